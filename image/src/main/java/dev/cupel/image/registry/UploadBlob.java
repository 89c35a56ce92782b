package dev.cupel.image.registry;

import dev.cupel.image.Descriptor;
import dev.cupel.image.registry.http.BrokenTransfer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Brings one blob into a repository: at once, or in chunks where it is bigger than one. What breaks goes on from where the registry
/// says it is, or from the start.
///
/// @param sent is told how many bytes have gone out; the number falls when a part is sent again
record UploadBlob(RegistryClient client, String repository, Descriptor blob, Path file, long chunkBytes, LongConsumer sent) {

    /// Uploads into this session, and into new ones after it if it breaks.
    void from(UploadSession opened) throws IOException {
        UploadSession session = opened;
        for (int attempt = 1; ; attempt++) {
            try {
                send(session);
                return;
            } catch (BrokenTransfer | RegistryRefusal e) {
                boolean hopeless = e instanceof RegistryRefusal refusal && !isWorthRestarting(refusal);
                if (hopeless || attempt >= client.retries().attempts()) {
                    throw e;
                }
            }
            client.retries().before(attempt, Optional.empty());
            session = client.call(new StartUpload(repository));
        }
    }

    /// 404: the session is gone. 416: the registry has other bytes than we think.
    private static boolean isWorthRestarting(RegistryRefusal refusal) {
        return RegistryClient.isPassing(refusal.status()) || refusal.status() == 404 || refusal.status() == 416;
    }

    private void send(UploadSession opened) throws IOException {
        UploadSession session = opened;
        long chunk = Math.max(chunkBytes, session.shortestChunk());
        long at = 0;
        int broken = 0;
        while (blob.sizeBytes() - at > chunk) {
            try {
                session = client.call(new SendChunk(repository, session, part(at, chunk)));
                at += chunk;
            } catch (BrokenTransfer e) {
                if (++broken >= client.retries().attempts()) {
                    throw e;
                }
                session = client.call(new UploadStatus(repository, session));
                at = Math.min(session.received(), blob.sizeBytes());
            }
        }
        client.call(new FinishUpload(repository, session, blob.digest(), part(at, blob.sizeBytes() - at)));
    }

    private FilePart part(long from, long length) {
        return new FilePart(file, from, length, done -> sent.accept(from + done));
    }
}
