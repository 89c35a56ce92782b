package dev.cupel.observe.probe.document;

import dev.cupel.image.Quoted;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads one JSON or YAML 1.2 document.
///
/// @param maxCharacters of the text
/// @param maxDepth of lists and maps in each other
/// @param maxNodes values, an alias counted as one
public record DocumentReader(int maxCharacters, int maxDepth, int maxNodes) {
    /// Room for the largest API descriptions in the wild.
    public static final DocumentReader USUAL = new DocumentReader(4 << 20, 60, 200_000);

    public JsonNode read(String text) throws MalformedDocument {
        if (text.length() > maxCharacters) {
            throw new MalformedDocument("the text has %d characters; at most %d are read".formatted(text.length(), maxCharacters));
        }
        return text.stripLeading().startsWith("{") ? json(text) : yaml(text);
    }

    private JsonNode json(String text) throws MalformedDocument {
        try {
            JsonFactory factory = JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(maxDepth).maxTokenCount(4L * maxNodes).build())
                    .build();
            return JsonMapper.builder(factory).build().readTree(text);
        } catch (JacksonException e) {
            throw new MalformedDocument("line %d: it is not JSON: %s".formatted(
                    e.getLocation() == null ? 1 : e.getLocation().getLineNr(), Quoted.of(e.getOriginalMessage())));
        }
    }

    private JsonNode yaml(String text) throws MalformedDocument {
        LoadSettings settings = LoadSettings.builder().setCodePointLimit(maxCharacters).build();
        YamlTree tree = new YamlTree(maxDepth, maxNodes, settings.getSchema().getScalarResolver());
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                tree.accept(event);
            }
        } catch (MarkedYamlEngineException e) {
            throw new MalformedDocument("line %d: it is not YAML: %s".formatted(
                    e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1), Quoted.of(e.getProblem())));
        } catch (YamlEngineException e) {
            throw new MalformedDocument("it is not YAML: " + Quoted.of(String.valueOf(e.getMessage())));
        }
        return tree.root();
    }
}
