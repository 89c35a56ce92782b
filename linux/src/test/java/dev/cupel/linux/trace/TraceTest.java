package dev.cupel.linux.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(Provision.ROOT)
class TraceTest {
    @TempDir
    private Path cache;

    @Test
    void every_program_passes_the_verifier_of_this_kernel() throws Exception {
        try (Trace trace = Trace.load(cache, 1 << 20)) {
            assertThat(trace.losses()).isEmpty();
        }
    }
}
