package dev.cupel.image.registry;

import dev.cupel.image.Digest;
import dev.cupel.image.registry.http.Answer;
import java.net.URI;
import java.util.Optional;

/// An upload that a registry has open.
///
/// @param location where the next request of this upload goes
/// @param received how many bytes the registry has
/// @param shortestChunk the least bytes that the registry takes at once, but for the last; 0 where it does not say
record UploadSession(URI location, long received, long shortestChunk) {
    static UploadSession from(Answer answer, String action) throws MalformedAnswer {
        Optional<String> location = answer.header("Location");
        if (location.isEmpty()) {
            throw new MalformedAnswer("Cannot " + action + ": the registry does not say where the upload goes.");
        }
        try {
            URI target = answer.uri().resolve(location.get());
            boolean downgrade = "https".equals(answer.uri().getScheme()) && !"https".equals(target.getScheme());
            if (target.getHost() == null || downgrade) {
                throw new MalformedAnswer("Cannot " + action + ": the registry sends the upload to an address that is not encrypted.");
            }
            return new UploadSession(target, received(answer), number(answer.header("OCI-Chunk-Min-Length").orElse("")));
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswer("Cannot " + action + ": the registry sends the upload to something that is no address.", e);
        }
    }

    /// Where the request goes that ends the upload. The registry's own query parameters stay.
    URI closing(Digest digest) {
        String joint = location.getRawQuery() == null ? "?" : "&";
        return URI.create(location + joint + "digest=" + digest.toString().replace(":", "%3A"));
    }

    /// `Range: 0-99` means 100 bytes. An upload without a byte has `0-0` too, which is why the first chunk is never of one byte.
    private static long received(Answer answer) {
        String range = answer.header("Range").orElse("").replaceFirst("^bytes=", "");
        long last = number(range.replaceFirst("^0-", ""));
        return last == 0 ? 0 : last + 1;
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
