package dev.cupel.image.store;

import dev.cupel.image.Digest;
import dev.cupel.image.compact.DamagedRecord;
import dev.cupel.image.compact.RecordForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What was found out about something that never changes, such as an image of a digest: kept in the store, so that nobody finds it
/// out twice.
public final class Memo {
    private final ContentStore store;
    private final String edition;

    /// @param edition names the program that found it out: what another one found is not believed
    public Memo(ContentStore store, String edition) {
        this.store = store;
        this.edition = edition;
    }

    /// What is known of `subject`.
    public <T extends Record> Optional<T> recall(Class<T> kind, Digest subject) throws IOException {
        Optional<Path> file = store.touched(store.layout().memo(key(kind, subject)));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RecordForm<>(kind).read(Files.readAllBytes(file.get())));
        } catch (DamagedRecord e) {
            Files.deleteIfExists(file.get()); // it can be found out again
            return Optional.empty();
        }
    }

    /// Keeps what was found out about `subject`; one thing of a class.
    public <T extends Record> void keep(Class<T> kind, Digest subject, T value) throws IOException {
        byte[] bytes = new RecordForm<>(kind).write(value);
        try (StagedFile file = store.stage()) {
            store.append(file, bytes, 0, bytes.length);
            file.commit(store.layout().memo(key(kind, subject)));
        }
    }

    private Digest key(Class<?> kind, Digest subject) {
        return Digest.of((edition + "\n" + kind.getName() + "\n" + subject).getBytes(StandardCharsets.UTF_8));
    }
}
