package dev.cupel.inventory.cataloguer.program;

import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.Scene;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The crates that cargo-auditable lists in a program: zlib over JSON (cargo-auditable's PARSING.md).
final class CargoCrates {
    private static final int MOST_BYTES = 8 << 20;
    private final JsonMapper mapper = JsonMapper.builder().build();

    boolean collect(ByteBuffer packed, Node file, Scene scene, Collector found) {
        byte[] bytes = new byte[packed.remaining()];
        packed.duplicate().get(bytes);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            JsonNode packages = mapper.readTree(in.readNBytes(MOST_BYTES)).path("packages");
            if (!packages.isArray()) {
                found.remark(file.path(), "its list of crates is no list");
                return false;
            }
            collect(packages, file, scene, found);
            return true;
        } catch (IOException | JacksonException e) {
            found.remark(file.path(), "its list of crates cannot be read: " + e.getMessage());
            return false;
        }
    }

    private static void collect(JsonNode packages, Node file, Scene scene, Collector found) throws IOException {
        List<Component> crates = new ArrayList<>();
        for (JsonNode one : packages) {
            boolean root = one.path("root").asBoolean(false);
            String name = one.path("name").asString("");
            ComponentDraft draft = new ComponentDraft(
                            Ecosystem.RUST, name, PackageUrl.of("cargo", "", name, one.path("version").asString("")), Evidence.of(file.path()))
                    .origin(scene.origins().of(file));
            crates.add(root ? draft.files(Holdings.whole(new TreeSet<>(List.of(file.path())))).done() : draft.done());
        }
        for (int i = 0; i < crates.size(); i++) {
            found.add(crates.get(i));
            TreeSet<String> needs = new TreeSet<>();
            for (JsonNode index : packages.get(i).path("dependencies")) {
                if (index.asInt(-1) >= 0 && index.asInt(-1) < crates.size()) {
                    needs.add(crates.get(index.asInt(-1)).id());
                }
            }
            found.needs(crates.get(i).id(), needs);
        }
    }
}
