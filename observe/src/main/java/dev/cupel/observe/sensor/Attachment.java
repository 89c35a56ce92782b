package dev.cupel.observe.sensor;

import java.util.concurrent.atomic.AtomicReference;

/// What a sensor is given when it is attached: set once, asked for only after that.
final class Attachment<T> {
    private final AtomicReference<T> value = new AtomicReference<>();

    void set(T given) {
        if (!value.compareAndSet(null, given)) {
            throw new IllegalStateException("a sensor is attached once");
        }
    }

    boolean isSet() {
        return value.get() != null;
    }

    T get() {
        T given = value.get();
        if (given == null) {
            throw new IllegalStateException("the sensor is not attached yet");
        }
        return given;
    }
}
