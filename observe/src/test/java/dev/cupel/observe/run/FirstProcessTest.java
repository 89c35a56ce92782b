package dev.cupel.observe.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FirstProcessTest {
    @Test
    void who_waits_for_an_end_that_nobody_can_tell_learns_so_and_does_not_wait_for_ever() {
        FirstProcess first = FirstProcess.watch(() -> {
            throw new CupelException(Fault.ENVIRONMENT, "The engine is gone.", "");
        });

        assertThatThrownBy(() -> first.await(Duration.ofSeconds(10)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The engine is gone.");
    }
}
