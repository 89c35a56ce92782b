package dev.cupel.inspect.xray;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reports about images as JSON.
public final class XrayJson {
    private final JsonMapper mapper = JsonMapper.builder().build();

    /// For people and programs: indented, ends with a line feed.
    public String text(XrayReport report) {
        return mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report) + "\n";
    }

    /// In one line, fit to stand inside a script element: no `<` in it.
    String embedded(XrayReport report, XrayTree tree) {
        return mapper.writeValueAsString(new WithTree(report, tree)).replace("<", "\\u003c");
    }

    record WithTree(XrayReport report, XrayTree tree) {}
}
