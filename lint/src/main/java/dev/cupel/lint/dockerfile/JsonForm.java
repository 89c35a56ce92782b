package dev.cupel.lint.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The form in JSON: a list of texts, nothing behind it. Whatever is no such list is the other form, without a word; so says the
/// Dockerfile reference.
final class JsonForm {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonForm() {}

    /// Whether it is a list in JSON that holds something else than texts, which builders refuse.
    static boolean hasOthers(JoinedText text) {
        if (!text.text().startsWith("[")) {
            return false;
        }
        boolean others = false;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text.text())) {
            parser.nextToken();
            int depth = 1;
            while (depth > 0) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return false;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                others |= depth > 0 && token != JsonToken.VALUE_STRING;
            }
            return others;
        } catch (JacksonException e) {
            return false;
        }
    }

    static Optional<Arguments.Json> of(JoinedText text) {
        if (!text.text().startsWith("[")) {
            return Optional.empty();
        }
        List<Word> items = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text.text())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                int start = (int) parser.currentTokenLocation().getCharOffset();
                String value = parser.getString();
                items.add(new Word(value, text.span(start, (int) parser.currentLocation().getCharOffset())));
            }
            boolean closed = parser.currentToken() == JsonToken.END_ARRAY;
            return closed && parser.nextToken() == null ? Optional.of(new Arguments.Json(items)) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
