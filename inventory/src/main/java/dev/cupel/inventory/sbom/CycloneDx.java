package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.inventory.catalog.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Writes CycloneDX 1.6 as JSON.
public record CycloneDx(BillOfMaterials bill) {
    /// The document, indented.
    public byte[] json() {
        return new Json()
                .put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json")
                .put("bomFormat", "CycloneDX")
                .put("specVersion", "1.6")
                .put("serialNumber", "urn:uuid:" + bill.serial())
                .put("version", 1)
                .put("metadata", new Json().put("timestamp", bill.time().toString()).put("component", subject()))
                .put("components", components())
                .put("dependencies", dependencies())
                .put("compositions", List.of(completeness()))
                .bytes();
    }

    private Json subject() {
        return new Json()
                .put("type", "container")
                .put("bom-ref", bill.subject())
                .put("name", bill.name())
                .putIfAny("version", bill.digest().map(Digest::toString).orElse(""))
                .put("properties", bill.properties().json());
    }

    private List<Map<String, Object>> components() {
        List<Map<String, Object>> all = new ArrayList<>();
        bill.inventory().distribution().ifPresent(it -> all.add(new Json()
                .put("type", "operating-system")
                .put("bom-ref", "os:" + it.id() + "@" + it.versionId())
                .put("name", it.id())
                .putIfAny("version", it.versionId())
                .putIfAny("description", it.prettyName())
                .members()));
        CycloneDxComponent writer = new CycloneDxComponent(new LicenceNames(), bill.withFiles());
        bill.inventory().components().forEach(one -> all.add(writer.json(one)));
        if (bill.withFiles()) {
            bill.inventory().unowned().forEach(path -> all.add(file(path)));
        }
        return all;
    }

    private static Map<String, Object> file(ImagePath path) {
        return new Json().put("type", "file").put("bom-ref", "file:" + path).put("name", path.text()).members();
    }

    private List<Map<String, Object>> dependencies() {
        Map<String, List<String>> all = new TreeMap<>();
        Set<String> ids = bill.ids();
        bill.inventory().components().forEach(one -> all.put(one.id(), present(one, ids)));
        List<Map<String, Object>> json = new ArrayList<>();
        json.add(new Json().put("ref", bill.subject()).put("dependsOn", bill.roots()).members());
        all.forEach((id, needs) -> json.add(new Json().put("ref", id).putIfAny("dependsOn", needs).members()));
        return json;
    }

    /// What of its needs is in the document: a part of an image may lack some.
    private static List<String> present(Component one, Set<String> ids) {
        return one.needs().stream().filter(ids::contains).toList();
    }

    private Map<String, Object> completeness() {
        return new Json()
                .put("aggregate", bill.complete() ? "complete" : "incomplete")
                .put("assemblies", List.of(bill.subject()))
                .members();
    }
}
