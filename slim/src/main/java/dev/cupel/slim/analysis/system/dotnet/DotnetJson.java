package dev.cupel.slim.analysis.system.dotnet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a .NET program's `deps.json` and `runtimeconfig.json`. A file that is no JSON lists nothing: the host would not start
/// with it.
final class DotnetJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> KINDS = List.of("runtime", "native", "resources", "runtimeTargets");

    private DotnetJson() {}

    /// A framework that a program asks for, such as `Microsoft.NETCore.App` `8.0.0`.
    record Framework(String name, String version) {}

    /// The files that a `deps.json` lists, relative to it.
    static Set<String> assets(byte[] json) {
        Set<String> paths = new TreeSet<>();
        for (JsonNode target : tree(json).path("targets")) {
            for (JsonNode library : target) {
                for (String kind : KINDS) {
                    library.path(kind).propertyNames().forEach(paths::add);
                }
            }
        }
        paths.removeIf(path -> path.isEmpty() || path.indexOf('\0') >= 0);
        return paths;
    }

    /// The frameworks that a `runtimeconfig.json` asks for; none for a program that brings its own.
    static List<Framework> frameworks(byte[] json) {
        JsonNode options = tree(json).path("runtimeOptions");
        List<Framework> found = new ArrayList<>();
        add(options.path("framework"), found);
        options.path("frameworks").forEach(one -> add(one, found));
        return found;
    }

    private static void add(JsonNode framework, List<Framework> found) {
        String name = framework.path("name").asString("");
        if (!name.isEmpty() && !name.contains("/") && name.indexOf('\0') < 0 && !name.startsWith(".")) {
            found.add(new Framework(name, framework.path("version").asString("")));
        }
    }

    private static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            return MAPPER.createObjectNode();
        }
    }
}
