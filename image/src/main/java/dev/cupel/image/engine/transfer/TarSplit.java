package dev.cupel.image.engine.transfer;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Docker's record of how a layer's tar looked: the bytes between the files' contents as they were, and where each file's content
/// goes. Spec: vbatts/tar-split, storage format; one JSON object after the other.
final class TarSplit implements Closeable {
    /// One piece of the tar.
    sealed interface Piece {
        /// Bytes as they stood in the tar: headers, padding, the end.
        record Segment(InputStream bytes, long sizeBytes) implements Piece {}

        /// The content of a file, to be read from the layer's directory; of 0 bytes for everything that is not a file with content.
        record Content(String name, long sizeBytes) implements Piece {}
    }

    private static final int SEGMENT = 2;
    private static final int CONTENT = 1;
    private static final int LONGEST_NAME = 64 * 1024;
    private final JsonParser json;

    TarSplit(InputStream unzipped) {
        // Read as the UTF-8 that Docker writes: told bytes, the parser guesses an encoding and refuses some before the first token.
        this.json = new JsonFactory().createParser(ObjectReadContext.empty(), new InputStreamReader(unzipped, StandardCharsets.UTF_8));
    }

    /// The next piece; empty at the end.
    Optional<Piece> next() throws MalformedTarSplit {
        try {
            JsonToken token = json.nextToken();
            if (token == null) {
                return Optional.empty();
            }
            if (token != JsonToken.START_OBJECT) {
                throw new MalformedTarSplit("it is not a row of objects");
            }
            return Optional.of(piece());
        } catch (JacksonException e) {
            throw new MalformedTarSplit("it is not JSON");
        }
    }

    @Override
    public void close() {
        json.close();
    }

    private Piece piece() throws MalformedTarSplit {
        int type = 0;
        long size = 0;
        String name = "";
        String payload = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (value == null || value.isStructStart()) {
                throw new MalformedTarSplit("it has a field of an unknown shape");
            }
            switch (field) {
                case "type" -> type = json.getValueAsInt(0);
                case "size" -> size = json.getValueAsLong(0);
                case "name" -> name = json.getValueAsString("");
                case "name_raw" -> throw new MalformedTarSplit("it has a name that is not UTF-8");
                case "payload" -> payload = value == JsonToken.VALUE_NULL ? "" : json.getValueAsString("");
                default -> json.skipChildren();
            }
        }
        if (type == SEGMENT) {
            return decoded(payload);
        }
        if (type != CONTENT || size < 0 || name.length() > LONGEST_NAME) {
            throw new MalformedTarSplit("it has an entry that is neither a segment nor a file");
        }
        return new Piece.Content(name, size);
    }

    private static Piece decoded(String payload) throws MalformedTarSplit {
        try {
            byte[] bytes = Base64.getDecoder().decode(payload);
            return new Piece.Segment(new ByteArrayInputStream(bytes), bytes.length);
        } catch (IllegalArgumentException e) {
            throw new MalformedTarSplit("it has a segment that is not Base64");
        }
    }
}
