package dev.cupel.image.compact;

import java.util.function.BiConsumer;

/// How values of one type are written and read back. What is read is equal to what was written, or it is a [DamagedRecord].
interface Form {
    void write(Object value, CompactOutput out);

    Object read(CompactInput in) throws DamagedRecord;

    /// Reads one value.
    @FunctionalInterface
    interface Reading {
        Object read(CompactInput in) throws DamagedRecord;
    }

    /// A form of values of one class.
    static <T> Form of(Class<T> type, BiConsumer<T, CompactOutput> writing, Reading reading) {
        return new Form() {
            @Override
            public void write(Object value, CompactOutput out) {
                writing.accept(type.cast(value), out);
            }

            @Override
            public Object read(CompactInput in) throws DamagedRecord {
                return reading.read(in);
            }
        };
    }
}
