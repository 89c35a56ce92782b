package dev.cupel.image.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoTest {
    record Finding(String text) {}

    private static final Digest SUBJECT = Digest.of("subject".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path work;

    @Test
    void what_one_build_found_another_does_not_believe() throws IOException {
        ContentStore store = ContentStore.at(work);

        new Memo(store, "one").keep(Finding.class, SUBJECT, new Finding("first"));
        new Memo(store, "other").keep(Finding.class, SUBJECT, new Finding("second"));

        assertThat(new Memo(store, "one").recall(Finding.class, SUBJECT)).contains(new Finding("first"));
        assertThat(new Memo(store, "other").recall(Finding.class, SUBJECT)).contains(new Finding("second"));
        assertThat(new Memo(store, "third").recall(Finding.class, SUBJECT)).isEmpty();
        assertThat(new Memo(store, "one").recall(Finding.class, Digest.of(new byte[1]))).isEmpty();
    }

    @Test
    void what_a_power_cut_left_is_found_out_again() throws IOException {
        ContentStore store = ContentStore.at(work);
        Memo memo = new Memo(store, "one");
        memo.keep(Finding.class, SUBJECT, new Finding("first"));
        try (Stream<Path> files = Files.walk(work.resolve("v1/memos"))) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.write(file, new byte[(int) Files.size(file)]);
        }

        assertThat(memo.recall(Finding.class, SUBJECT)).isEmpty();

        memo.keep(Finding.class, SUBJECT, new Finding("again"));
        assertThat(memo.recall(Finding.class, SUBJECT)).contains(new Finding("again"));
    }

    @Test
    void what_nobody_asks_for_any_more_is_collected() throws IOException {
        ContentStore store = ContentStore.at(work);
        new Memo(store, "one").keep(Finding.class, SUBJECT, new Finding("first"));

        assertThat(StoreListing.of(store, List.of()).files()).extracting(StoredFile::kind).containsExactly(StoredFile.Kind.MEMO);
        new StoreCollection(ContentStore.at(work), List.of(), Clock.offset(Clock.systemUTC(), Duration.ofDays(9))).collect(Duration.ofDays(7));

        assertThat(StoreListing.of(store, List.of()).files()).isEmpty();
    }
}
