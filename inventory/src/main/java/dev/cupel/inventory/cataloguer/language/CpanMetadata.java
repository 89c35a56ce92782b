package dev.cupel.inventory.cataloguer.language;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.Scene;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What cpanm leaves of each distribution it installed: `.meta/Dist-1.0/install.json` with its modules and where it came from, and
/// `MYMETA.json` with its licence and needs beside.
final class CpanMetadata {
    private static final Pattern AUTHOR = Pattern.compile("[A-Z]/[A-Z][A-Z0-9]?/([A-Z][A-Z0-9-]{1,40})/.*");
    private final Documents documents = new Documents();
    private final Map<String, Distribution> byMainModule = new TreeMap<>();
    private final Map<ImagePath, JsonNode> metadata = new HashMap<>();

    /// Once taken, `id` is that of its component.
    private static final class Distribution {
        private final ImagePath file;
        private final JsonNode install;
        private String id = "";

        Distribution(ImagePath file, JsonNode install) {
            this.file = file;
            this.install = install;
        }
    }

    boolean wants(ImagePath file) {
        return (file.name().equals("install.json") || file.name().equals("MYMETA.json")) && file.parent().parent().name().equals(".meta");
    }

    void read(Node file, Scene scene, Collector found) throws IOException {
        Optional<JsonNode> document = documents.read(file, scene, found);
        if (document.isPresent() && file.path().name().equals("MYMETA.json")) {
            metadata.put(file.path().parent(), document.get());
        } else if (document.isPresent() && !text(document.get(), "name").isEmpty()) {
            byMainModule.put(text(document.get(), "name"), new Distribution(file.path(), document.get()));
        }
    }

    /// The distribution that a module is the main one of.
    Optional<ComponentDraft> take(String module) {
        Distribution one = byMainModule.get(module);
        if (one == null || !one.id.isEmpty() || text(one.install, "version").isEmpty()) {
            return Optional.empty();
        }
        ComponentDraft draft = draft(one);
        one.id = draft.done().id();
        return Optional.of(draft);
    }

    /// Those without a list of files, and what each needs.
    void finish(Scene scene, Collector found) throws IOException {
        for (Map.Entry<String, Distribution> one : byMainModule.entrySet()) {
            Optional<ComponentDraft> draft = take(one.getKey());
            if (draft.isPresent()) {
                found.add(draft.get().origin(scene.origins().of(one.getValue().file)).done());
            }
        }
        Map<String, String> idByModule = new HashMap<>();
        byMainModule.values().forEach(one -> one.install.path("provides").propertyNames().forEach(module -> idByModule.putIfAbsent(module, one.id)));
        byMainModule.values().stream().filter(one -> !one.id.isEmpty()).forEach(one -> found.needs(one.id, needs(one, idByModule)));
    }

    private Set<String> needs(Distribution one, Map<String, String> idByModule) {
        TreeSet<String> ids = new TreeSet<>();
        JsonNode about = metadata.get(one.file.parent());
        if (about != null) {
            about.path("prereqs").path("runtime").path("requires").propertyNames().forEach(module ->
                    Stream.ofNullable(idByModule.get(module)).filter(id -> !id.isEmpty()).forEach(ids::add));
        }
        return ids;
    }

    private ComponentDraft draft(Distribution one) {
        String version = text(one.install, "version");
        String dist = text(one.install, "dist");
        String name = dist.endsWith("-" + version) ? dist.substring(0, dist.length() - version.length() - 1) : text(one.install, "name").replace("::", "-");
        Matcher author = AUTHOR.matcher(text(one.install, "pathname"));
        List<String> licences = new ArrayList<>();
        JsonNode about = metadata.get(one.file.parent());
        if (about != null) {
            about.path("license").forEach(licence -> licences.add(Documents.text(licence)));
        }
        return new ComponentDraft(
                        Ecosystem.PERL,
                        text(one.install, "name"),
                        PackageUrl.of("cpan", author.matches() ? author.group(1) : "", name, version),
                        Evidence.of(one.file))
                .licences(licences);
    }

    private static String text(JsonNode json, String field) {
        return Documents.text(json.path(field));
    }
}
