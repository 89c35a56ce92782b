package dev.cupel.slim.report;

import dev.cupel.image.ImagePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Why a path is in the slim image, or why not.
public sealed interface Explanation {
    /// The answer in lines for people.
    List<String> lines();

    /// It stays, for these reasons, the strongest first.
    record Kept(ImagePath path, List<String> reasons) implements Explanation {
        @Override
        public List<String> lines() {
            return Stream.concat(Stream.of(path + " stays:"), reasons.stream().map(reason -> "  - " + reason)).toList();
        }
    }

    /// A directory of which something stays.
    record KeptDirectory(ImagePath path, int files, long bytes) implements Explanation {
        @Override
        public List<String> lines() {
            return List.of("%s stays: %d files (%d bytes) in it are kept. Ask about one of them to learn why."
                    .formatted(path, files, bytes));
        }
    }

    /// It went; `with` is the topmost path that went with it.
    record Dropped(ImagePath path, ImagePath with) implements Explanation {
        @Override
        public List<String> lines() {
            String whole = path.equals(with) ? "" : " with the whole of " + with;
            return List.of(
                    "%s went%s: no run used it, and nothing that stays was found to need it.".formatted(path, whole),
                    "If the application needs it, slim again with --keep " + path + ".");
        }
    }

    /// The original does not have it.
    record Unknown(ImagePath path) implements Explanation {
        @Override
        public List<String> lines() {
            return List.of("The original image has no " + path + ".");
        }
    }

    /// Looks the path up in a report.
    static Explanation of(ImagePath path, SlimReport report) {
        Optional<SlimReport.KeptRow> kept =
                report.kept().stream().filter(row -> row.path().equals(path.text())).findFirst();
        if (kept.isPresent()) {
            return new Kept(path, kept.get().why().stream().map(report.reasons()::get).toList());
        }
        Optional<ImagePath> gone = report.dropped().stream()
                .map(row -> new ImagePath(row.path()))
                .filter(path::isWithin)
                .findFirst();
        if (gone.isPresent()) {
            return new Dropped(path, gone.get());
        }
        List<SlimReport.KeptRow> below = report.kept().stream()
                .filter(row -> new ImagePath(row.path()).isWithin(path))
                .toList();
        return below.isEmpty()
                ? new Unknown(path)
                : new KeptDirectory(path, below.size(), below.stream().mapToLong(SlimReport.KeptRow::bytes).sum());
    }
}
