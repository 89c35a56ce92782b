package dev.cupel.observe.sensor;

import java.util.List;

/// What can be watched on this machine, found by trying.
public sealed interface SensorChoice {
    /// Sensors that do not work here, and why.
    List<Unavailable> unavailable();

    /// At least one sensor is ready. The watch belongs to whoever asked, and is closed by them.
    record Sighted(Watch watch, List<Unavailable> unavailable) implements SensorChoice {
        public Sighted {
            unavailable = List.copyOf(unavailable);
        }
    }

    /// Nothing works: what a container does cannot be seen here.
    record Blind(List<Unavailable> unavailable) implements SensorChoice {
        public Blind {
            unavailable = List.copyOf(unavailable);
        }
    }
}
