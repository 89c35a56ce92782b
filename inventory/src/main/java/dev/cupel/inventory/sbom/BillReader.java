package dev.cupel.inventory.sbom;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.catalog.Remark;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.facts.SystemFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads bills of materials that Cupel or others wrote: CycloneDX JSON (1.2 and newer), SPDX JSON (2.2, 2.3), syft JSON. What it
/// gives is what the document claims; nothing of it was looked at. Components without a package URL are left out with a remark.
public final class BillReader {
    private static final int MOST_BYTES = 512 << 20;
    private final ImagePath place;
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_BYTES)
                            .maxNestingDepth(200)
                            .build())
                    .build())
            .build();

    /// @param place what the evidence of the components says: the document's own path
    public BillReader(ImagePath place) {
        this.place = place;
    }

    public Inventory read(byte[] document) throws MalformedBill {
        JsonNode top;
        try {
            top = mapper.readTree(document);
        } catch (JacksonException e) {
            throw new MalformedBill("it is not JSON: " + e.getOriginalMessage());
        }
        Claims claims = new Claims(place);
        if (top.path("bomFormat").asString("").equals("CycloneDX")) {
            new CycloneDxClaims(claims).read(top);
        } else if (top.path("spdxVersion").asString("").startsWith("SPDX-2")) {
            new SpdxClaims(claims).read(top);
        } else if (top.path("schema").path("url").asString("").contains("syft") && top.path("artifacts").isArray()) {
            new SyftClaims(claims).read(top);
        } else {
            throw new MalformedBill("it is neither CycloneDX nor SPDX 2 nor of syft");
        }
        return inventory(claims);
    }

    private Inventory inventory(Claims claims) {
        Map<String, String> idByReference = new HashMap<>();
        claims.components().forEach((reference, component) -> idByReference.put(reference, component.id()));
        List<Component> components = claims.components().entrySet().stream()
                .map(one -> one.getValue().needing(needs(claims.needs().getOrDefault(one.getKey(), List.of()), idByReference)))
                .toList();
        List<Remark> remarks = claims.withoutUrl() == 0
                ? List.of()
                : List.of(new Remark(place, "%d components without a package URL were left out".formatted(claims.withoutUrl())));
        Optional<Distribution> distribution = claims.distribution();
        boolean ofSystem = components.stream().map(Component::ecosystem).anyMatch(Ecosystem::isOfSystem);
        return new Inventory(distribution, components, List.of(), ofSystem, SystemFacts.NONE, remarks);
    }

    private static SortedSet<String> needs(List<String> references, Map<String, String> idByReference) {
        TreeSet<String> ids = new TreeSet<>();
        references.forEach(reference -> {
            String id = idByReference.get(reference);
            if (id != null) {
                ids.add(id);
            }
        });
        return ids;
    }
}
