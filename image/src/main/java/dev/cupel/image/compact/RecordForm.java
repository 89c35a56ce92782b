package dev.cupel.image.compact;

/// Writes records of one class and reads them back, without code of their own: the class itself says what it is made of. Another
/// version of the class reads something else out of the same bytes: who keeps them must tell the versions apart.
public final class RecordForm<T extends Record> {
    private final Class<T> type;
    private final Form form;

    /// A class with components that no form is known for is an [IllegalArgumentException].
    public RecordForm(Class<T> type) {
        this.type = type;
        this.form = new Forms().of(type);
    }

    public byte[] write(T value) {
        CompactOutput out = new CompactOutput();
        form.write(value, out);
        return out.sealed();
    }

    /// Reads what [#write] wrote.
    public T read(byte[] bytes) throws DamagedRecord {
        return read(CompactInput.opened(bytes));
    }

    /// The same without the checksum at the end, which would keep a fuzzer out.
    T readUnchecked(byte[] bytes) throws DamagedRecord {
        return read(new CompactInput(bytes));
    }

    private T read(CompactInput in) throws DamagedRecord {
        T value = type.cast(form.read(in));
        if (!in.atEnd()) {
            throw new DamagedRecord("something follows its end");
        }
        return value;
    }
}
