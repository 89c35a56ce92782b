package dev.cupel.cli;

import dev.cupel.cli.terminal.Voice;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C and SIGTERM: says one line, interrupts the work and waits until it has taken away what it had begun. The JVM's own
/// handlers give the exit code, 130 and 143.
final class Interruption {
    /// Work that does not listen by then is cut short; the next start cleans up after it.
    private static final long PATIENCE_SECONDS = 20;

    private final Thread work;
    private final Voice voice;
    private final CountDownLatch over = new CountDownLatch(1);

    private Interruption(Thread work, Voice voice) {
        this.work = work;
        this.voice = voice;
    }

    /// Watches over the calling thread's work.
    static Interruption watch(Voice voice) {
        Interruption interruption = new Interruption(Thread.currentThread(), voice);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("interruption").unstarted(interruption::strike));
        return interruption;
    }

    /// The work has ended by itself.
    void over() {
        over.countDown();
    }

    private void strike() {
        if (over.getCount() == 0) {
            return;
        }
        try {
            voice.lastWord("cupel: interrupted; what was begun is being taken away");
        } catch (IOException e) {
            // Nobody listens any more, as when the terminal was closed; the work ends all the same.
        }
        work.interrupt();
        try {
            boolean _ = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
