package dev.cupel.image.archive;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.compression.DamagedStream;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.store.WrongBlob;
import dev.cupel.image.tar.MalformedTar;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/// What a person is told when an archive's content is at fault.
record CannotLoad(String source) {
    /// Reads an image; anything may be wrong with what it reads.
    interface Loading<T> {
        T load() throws IOException, MalformedManifest, MalformedTar;
    }

    <T> T orExplain(Loading<T> loading) throws IOException {
        try {
            return loading.load();
        } catch (MalformedManifest | MalformedTar | WrongBlob | DamagedStream e) {
            throw new CupelException(Fault.INPUT, sentence(String.valueOf(e.getMessage())), "Save or build the image again.", e);
        } catch (NoSuchFileException e) {
            throw new CupelException(
                    Fault.INPUT, sentence("there is no file " + e.getFile()), "Check the path.", e);
        }
    }

    CupelException because(String reason, String next) {
        return new CupelException(Fault.INPUT, sentence(reason), next);
    }

    private String sentence(String reason) {
        return "Cannot load " + source + ": " + reason + ".";
    }
}
