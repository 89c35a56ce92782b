package dev.cupel.inventory.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a `package.json` says.
///
/// @param version empty if there is none
/// @param licences of `license`, and of the older `licenses`
/// @param main as written, empty if there is none
/// @param exports subpath → targets of every condition, in order; targets with `*` stand for whole folders
/// @param imports the same for names with `#`
/// @param dependencies names under `dependencies`
/// @param optional names under `optionalDependencies` and `peerDependencies`: fine when absent
/// @param programs files under `bin`
/// @param platforms what it asks of the machine under `os`, `cpu` and `libc`
/// @param scripts commands by name
public record PackageJson(
        String name,
        String version,
        List<String> licences,
        String main,
        List<Subpath> exports,
        List<Subpath> imports,
        SortedSet<String> dependencies,
        SortedSet<String> optional,
        List<String> programs,
        Platforms platforms,
        SortedMap<String, String> scripts) {
    private static final int MOST = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(16 << 20)
                            .maxNestingDepth(100)
                            .build())
                    .build())
            .build();

    /// One entry of `exports` or `imports` with all files that some condition leads to.
    public record Subpath(String name, List<String> targets) {
        public Subpath {
            targets = List.copyOf(targets);
        }
    }

    /// What a package asks of the machine; an empty list asks nothing, `!name` excludes.
    public record Platforms(List<String> systems, List<String> processors, List<String> libraries) {
        public Platforms {
            systems = List.copyOf(systems);
            processors = List.copyOf(processors);
            libraries = List.copyOf(libraries);
        }

        /// Whether the package is of use on a machine of this system, processor (both as Node.js names them) and C library
        /// (`glibc`, `musl`).
        public boolean accept(String system, String processor, String library) {
            return accepts(systems, system) && accepts(processors, processor) && accepts(libraries, library);
        }

        private static boolean accepts(List<String> asked, String offered) {
            boolean named = asked.contains(offered) || asked.stream().allMatch(one -> one.startsWith("!"));
            return asked.isEmpty() || (named && !asked.contains("!" + offered));
        }
    }

    public PackageJson {
        licences = List.copyOf(licences);
        exports = List.copyOf(exports);
        imports = List.copyOf(imports);
        dependencies = Collections.unmodifiableSortedSet(new TreeSet<>(dependencies));
        optional = Collections.unmodifiableSortedSet(new TreeSet<>(optional));
        programs = List.copyOf(programs);
        scripts = Collections.unmodifiableSortedMap(new TreeMap<>(scripts));
    }

    public static PackageJson read(byte[] json) throws MalformedPackageJson {
        JsonNode top;
        try {
            top = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new MalformedPackageJson(e.getOriginalMessage(), e);
        }
        if (top.isMissingNode()) {
            throw new MalformedPackageJson("the file is empty");
        }
        SortedSet<String> optional = names(top.path("optionalDependencies"));
        optional.addAll(names(top.path("peerDependencies")));
        List<String> programs = new ArrayList<>();
        targets(top.path("bin"), programs);
        return new PackageJson(
                text(top.path("name")),
                text(top.path("version")),
                licences(top),
                text(top.path("main")),
                subpaths(top.path("exports"), "."),
                subpaths(top.path("imports"), "#"),
                names(top.path("dependencies")),
                optional,
                programs,
                new Platforms(texts(top.path("os")), texts(top.path("cpu")), texts(top.path("libc"))),
                scripts(top.path("scripts")));
    }

    private static List<String> licences(JsonNode top) {
        List<String> names = new ArrayList<>();
        for (JsonNode one : List.of(top.path("license"), top.path("licenses"))) {
            Iterable<JsonNode> each = one.isArray() ? one : List.of(one);
            each.forEach(licence -> names.add(text(licence.isObject() ? licence.path("type") : licence)));
        }
        return names.stream().filter(name -> !name.isEmpty()).toList();
    }

    private static SortedMap<String, String> scripts(JsonNode object) {
        SortedMap<String, String> scripts = new TreeMap<>();
        object.properties().stream().limit(MOST).forEach(entry -> scripts.put(entry.getKey(), text(entry.getValue())));
        return scripts;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        targets(node, texts);
        return texts;
    }

    private static SortedSet<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames().stream().limit(MOST).filter(name -> name.indexOf('\0') < 0).toList());
    }

    private static List<Subpath> subpaths(JsonNode node, String mark) {
        List<Subpath> all = new ArrayList<>();
        boolean named = node.isObject() && node.propertyNames().stream().anyMatch(name -> name.startsWith(mark));
        if (!named && !node.isMissingNode()) {
            all.add(subpath(mark, node));
        } else if (named) {
            node.properties().stream().limit(MOST).forEach(entry -> all.add(subpath(entry.getKey(), entry.getValue())));
        }
        return all;
    }

    private static Subpath subpath(String name, JsonNode node) {
        List<String> targets = new ArrayList<>();
        targets(node, targets);
        return new Subpath(name, targets.stream().distinct().toList());
    }

    private static void targets(JsonNode node, List<String> into) {
        if (node.isString() && into.size() < MOST) {
            if (node.stringValue().indexOf('\0') < 0) {
                into.add(node.stringValue());
            }
        } else if (node.isContainer()) {
            node.forEach(child -> targets(child, into));
        }
    }

    private static String text(JsonNode node) {
        return node.isString() && node.stringValue().indexOf('\0') < 0 ? node.stringValue() : "";
    }
}
