package dev.cupel.inventory.cataloguer.program;

import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.Scene;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The package that a file says it belongs to, where no database knows it any more (UAPI Group, "Package Metadata for Executable
/// Files"): `{"type":"deb","os":"debian","name":"coreutils","version":"9.1-1","architecture":"amd64"}`.
final class PackageNotes {
    private final JsonMapper mapper = JsonMapper.builder().build();

    boolean collect(ByteBuffer note, Node file, Scene scene, Collector found) throws IOException {
        byte[] bytes = new byte[note.remaining()];
        note.duplicate().get(bytes);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        JsonNode json;
        try {
            json = mapper.readTree(Arrays.copyOf(bytes, end));
        } catch (JacksonException e) {
            found.remark(file.path(), "its package note is not JSON");
            return false;
        }
        String name = json.path("name").asString("");
        String version = json.path("version").asString("");
        if (name.isEmpty() || version.isEmpty()) {
            return false;
        }
        String type = json.path("type").asString("");
        Ecosystem ecosystem = Arrays.stream(Ecosystem.values())
                .filter(one -> one.isOfSystem() && one.name().equals(type.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Ecosystem.PROGRAM);
        TreeMap<String, String> qualifiers = new TreeMap<>();
        qualifiers.put("arch", json.path("architecture").asString(""));
        found.add(new ComponentDraft(
                        ecosystem, name, new PackageUrl(ecosystem.urlType(), json.path("os").asString(""), name, version, qualifiers), Evidence.of(file.path()))
                .architecture(json.path("architecture").asString(""))
                .files(Holdings.whole(new TreeSet<>(List.of(file.path()))))
                .origin(scene.origins().of(file))
                .done());
        return true;
    }
}
