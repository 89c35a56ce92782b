package dev.cupel.image.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordFormTest {
    enum Colour {
        RED,
        GREEN
    }

    record Part(ImagePath path, Optional<Digest> digest, Instant time) {}

    record Whole(
            String text,
            int small,
            long large,
            Optional<Integer> maybe,
            double fraction,
            boolean yes,
            Colour colour,
            List<Part> parts,
            SortedSet<ImagePath> paths,
            Set<String> words,
            SortedMap<String, String> map) {}

    private final RecordForm<Whole> form = new RecordForm<>(Whole.class);

    @Test
    void what_was_written_is_read_again() throws DamagedRecord {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            Whole value = some(random);

            assertThat(form.read(form.write(value))).isEqualTo(value);
        }
    }

    @Test
    void a_byte_that_changed_is_noticed() {
        byte[] bytes = form.write(some(new Random(2)));
        for (int i = 0; i < bytes.length; i++) {
            byte[] broken = bytes.clone();
            broken[i] ^= 1;

            assertThatThrownBy(() -> form.read(broken)).isInstanceOf(DamagedRecord.class);
        }
    }

    @Test
    void a_type_without_a_form_is_refused() {
        record Strange(Thread thread) {}

        assertThatThrownBy(() -> new RecordForm<>(Strange.class)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Thread");
    }

    @FuzzTest
    void any_bytes_are_a_record_or_damaged(byte[] bytes) {
        try {
            Whole value = form.readUnchecked(bytes);
            assertThat(form.read(form.write(value))).isEqualTo(value);
        } catch (DamagedRecord expected) {
            assertThat(expected).hasMessageMatching("(?s).+");
        }
    }

    private static Whole some(Random random) {
        List<Part> parts = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Optional<Digest> digest = random.nextBoolean() ? Optional.of(Digest.of(text(random).getBytes(StandardCharsets.UTF_8))) : Optional.empty();
            parts.add(new Part(ImagePath.of("/a/" + random.nextInt(50)), digest, Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))));
        }
        return new Whole(
                text(random),
                random.nextInt(),
                random.nextLong(),
                random.nextBoolean() ? Optional.of(random.nextInt()) : Optional.empty(),
                random.nextDouble(),
                random.nextBoolean(),
                Colour.values()[random.nextInt(2)],
                parts,
                new TreeSet<>(List.of(ImagePath.of("/b/" + text(random)), ImagePath.ROOT)),
                Set.of(text(random)),
                new TreeMap<>(Map.of("k" + random.nextInt(9), text(random))));
    }

    private static String text(Random random) {
        String letters = "abc/é漢\u0000\uDC80\n \"";
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString().replace("\u0000", random.nextBoolean() ? "n" : "m");
    }
}
