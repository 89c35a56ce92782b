package dev.cupel.cli.answer;

import dev.cupel.cli.terminal.Table;
import dev.cupel.cli.terminal.Words;
import dev.cupel.vulnerability.watch.OpenFinding;
import dev.cupel.vulnerability.watch.WatchState;
import dev.cupel.vulnerability.watch.WatchedImage;
import dev.cupel.vulnerability.watch.Watchlist;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The images that are watched.
public record WatchedImages(List<Row> images, Instant askedAt) implements Answer {
    /// One image.
    ///
    /// @param seen when this image was seen under the name first
    /// @param packages that are remembered of it
    /// @param open findings as they were told last; empty before the first look
    /// @param fixable of them
    public record Row(String name, String digest, Instant seen, int packages, Optional<Integer> open, Optional<Integer> fixable) {}

    public WatchedImages {
        images = List.copyOf(images);
    }

    public static WatchedImages of(Watchlist list, Instant now) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (WatchedImage image : list.images()) {
            Optional<WatchState> state = list.state(image.name());
            rows.add(new Row(
                    image.name(),
                    image.digest(),
                    image.seen(),
                    image.packages(),
                    state.map(one -> one.open().size()),
                    state.map(one -> (int) one.open().stream().filter(OpenFinding::fixable).count())));
        }
        return new WatchedImages(rows, now);
    }

    @Override
    public List<String> lines() {
        Table table = new Table("IMAGE", "SEEN", "PACKAGES", "OPEN", "FIXABLE", "DIGEST");
        for (Row row : images) {
            table.row(
                    row.name(),
                    Words.age(Duration.between(row.seen(), askedAt)),
                    String.valueOf(row.packages()),
                    row.open().map(String::valueOf).orElse("-"),
                    row.fixable().map(String::valueOf).orElse("-"),
                    row.digest());
        }
        return images.isEmpty() ? List.of("No image is watched.") : table.lines();
    }
}
