package dev.cupel.slim.slimming;

import dev.cupel.image.progress.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What took how long, in the order in which it happened; also tells the user what is going on.
public final class Timeline {
    /// One step that is over; `start` counts from the timeline's own beginning.
    public record Step(String name, Duration start, Duration took) {}

    /// Work that may fail as disk, network and kernel do, or be interrupted.
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    private final Progress progress;
    private final long begun = System.nanoTime();
    private final List<Step> steps = new ArrayList<>();

    public Timeline(Progress progress) {
        this.progress = progress;
    }

    <T> T step(String name, Work<T> work) throws IOException, InterruptedException {
        progress.step(name);
        long from = System.nanoTime();
        T result = work.run();
        steps.add(new Step(name, Duration.ofNanos(from - begun), Duration.ofNanos(System.nanoTime() - from)));
        return result;
    }

    /// Brings something in.
    public <T> T reading(String what, Work<T> work) throws IOException, InterruptedException {
        return step("reading " + what, work);
    }

    /// Brings the result to where the user wants it.
    public <T> T publishing(Work<T> work) throws IOException, InterruptedException {
        return step("publishing", work);
    }

    /// The steps that are over.
    public List<Step> steps() {
        return List.copyOf(steps);
    }
}
