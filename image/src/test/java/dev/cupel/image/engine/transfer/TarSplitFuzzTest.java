package dev.cupel.image.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

class TarSplitFuzzTest {
    @FuzzTest
    void any_bytes_are_a_row_of_pieces_or_malformed(byte[] bytes) throws IOException {
        try (TarSplit split = new TarSplit(new ByteArrayInputStream(bytes))) {
            for (Optional<TarSplit.Piece> piece = split.next(); piece.isPresent(); piece = split.next()) {
                if (piece.get() instanceof TarSplit.Piece.Segment(InputStream content, long sizeBytes)) {
                    assertThat(sizeBytes).isBetween(0L, (long) content.readAllBytes().length);
                }
            }
        } catch (MalformedTarSplit expected) {
            assertThat(expected).hasMessageStartingWith("it ");
        }
    }
}
