package dev.cupel.inventory.elf;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON of a dlopen note: a list of objects with `soname`, `feature`, `priority`.
final class DlopenJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(16).build())
                    .build())
            .build();

    private DlopenJson() {}

    static List<DlopenNote> read(byte[] content) throws MalformedElf {
        JsonNode list;
        try {
            int end = content.length;
            while (end > 0 && content[end - 1] == 0) {
                end--;
            }
            list = MAPPER.readTree(content, 0, end);
        } catch (JacksonException e) {
            throw new MalformedElf("the note of libraries loaded at run time is not JSON");
        }
        List<DlopenNote> notes = new ArrayList<>();
        for (JsonNode one : list) {
            List<String> sonames = new ArrayList<>();
            one.path("soname").forEach(name -> sonames.add(name.asString("")));
            if (!sonames.isEmpty()) {
                notes.add(new DlopenNote(
                        sonames, one.path("feature").asString(""), one.path("priority").asString("")));
            }
        }
        return notes;
    }
}
