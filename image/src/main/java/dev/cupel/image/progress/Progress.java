package dev.cupel.image.progress;

/// Listens to long work. Calls may come from any thread and often; a listener decides what it shows.
public interface Progress {
    /// A step begins, such as "pulling nginx:1.27"; the one before has ended. Lower case, no full stop.
    void step(String what);

    /// How far the current step is, in bytes or in whatever it counts; `total` is 0 while it is not known.
    void advance(long done, long total);

    /// Listens to nothing.
    static Progress silent() {
        return new Progress() {
            @Override
            public void step(String what) {
                // Nobody asked.
            }

            @Override
            public void advance(long done, long total) {
                // Nobody asked.
            }
        };
    }
}
