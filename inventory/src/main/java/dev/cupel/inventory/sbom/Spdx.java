package dev.cupel.inventory.sbom;

import dev.cupel.inventory.catalog.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes SPDX 2.3 as JSON.
public record Spdx(BillOfMaterials bill) {
    private static final String DOCUMENT = "SPDXRef-DOCUMENT";
    private static final String SYSTEM = "SPDXRef-OperatingSystem";
    private static final String IMAGE = "SPDXRef-Image";

    /// The document, indented.
    public byte[] json() {
        SpdxLicences licences = new SpdxLicences(new LicenceNames());
        SpdxPackage writer = new SpdxPackage(licences, bill.time());
        List<Map<String, Object>> packages = new ArrayList<>();
        packages.add(writer.image(IMAGE, bill));
        bill.inventory().components().forEach(one -> packages.add(writer.json(one)));
        bill.inventory().distribution().ifPresent(it -> packages.add(writer.system(SYSTEM, it)));
        return new Json()
                .put("spdxVersion", "SPDX-2.3")
                .put("dataLicense", "CC0-1.0")
                .put("SPDXID", DOCUMENT)
                .put("name", bill.name())
                .put("documentNamespace", "https://spdx.org/spdxdocs/cupel-" + bill.serial())
                .put(
                        "creationInfo",
                        new Json().put("created", bill.time().toString()).put("creators", List.of("Tool: cupel")))
                .putIfAny("comment", String.join("\n", bill.gaps()))
                .putIfAny("hasExtractedLicensingInfos", licences.named())
                .put("packages", packages)
                .put("relationships", relationships())
                .bytes();
    }

    private List<Map<String, Object>> relationships() {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(relationship(DOCUMENT, "DESCRIBES", IMAGE));
        Set<String> ids = bill.ids();
        if (bill.inventory().distribution().isPresent()) {
            all.add(relationship(IMAGE, "CONTAINS", SYSTEM));
        }
        for (Component one : bill.inventory().components()) {
            all.add(relationship(IMAGE, "CONTAINS", SpdxPackage.reference(one.id())));
            one.needs().stream()
                    .filter(ids::contains)
                    .forEach(need -> all.add(relationship(SpdxPackage.reference(one.id()), "DEPENDS_ON", SpdxPackage.reference(need))));
        }
        return all;
    }

    private static Map<String, Object> relationship(String from, String type, String to) {
        return new Json().put("spdxElementId", from).put("relationshipType", type).put("relatedSpdxElement", to).members();
    }
}
