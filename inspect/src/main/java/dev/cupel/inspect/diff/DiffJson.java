package dev.cupel.inspect.diff;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The difference as JSON.
///
/// @param vulnerabilities how those of a platform's two images differ, as `docs/schema/vulnerability-diff.schema.json` has it; a member of its
///     report. None where nobody asked.
public record DiffJson(Map<String, ? extends Record> vulnerabilities) {
    private static final String MEMBER = "vulnerabilities";

    public DiffJson {
        vulnerabilities = Map.copyOf(vulnerabilities);
    }

    /// Of the only platform; indented, ends with a line feed.
    public String text(PlatformsDiff.PlatformRow row) {
        return indented(tree(row));
    }

    /// The same of several platforms.
    public String text(PlatformsDiff diff) {
        return indented(tree(diff));
    }

    /// In one line, fit to stand inside a script element: no `<` in it.
    String embedded(PlatformsDiff diff) {
        return JsonMapper.shared().writeValueAsString(tree(diff)).replace("<", "\\u003c");
    }

    private JsonNode tree(PlatformsDiff diff) {
        ObjectNode whole = JsonMapper.shared().valueToTree(diff);
        for (int i = 0; i < diff.platforms().size(); i++) {
            ((ObjectNode) whole.get("platforms").get(i)).set("report", tree(diff.platforms().get(i)));
        }
        return whole;
    }

    private JsonNode tree(PlatformsDiff.PlatformRow row) {
        ObjectNode report = JsonMapper.shared().valueToTree(row.report());
        Record told = vulnerabilities.get(row.platform());
        if (told != null) {
            report.set(MEMBER, JsonMapper.shared().valueToTree(told));
        }
        return report;
    }

    private static String indented(JsonNode tree) {
        return JsonMapper.shared().writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(tree) + "\n";
    }
}
