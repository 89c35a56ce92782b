package dev.cupel.inventory.sbom;

import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.catalog.MalformedPackageUrl;
import dev.cupel.inventory.catalog.Remark;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.facts.SystemFacts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads bills of materials that Cupel or others wrote: CycloneDX JSON (1.2 and newer), SPDX JSON (2.2, 2.3), syft JSON. What it
/// gives is what the document claims; nothing of it was looked at. Components without a package URL are left out with a remark.
/// What Cupel wrote reads back as it was, but for facts, and for paths where the bill does not list files.
public final class BillReader {
    /// Larger documents are not read.
    public static final int MOST_BYTES = 512 << 20;

    private final ImagePath place;
    private final boolean inside;
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_BYTES)
                            .maxNestingDepth(200)
                            .build())
                    .build())
            .build();

    private BillReader(ImagePath place, boolean inside) {
        this.place = place;
        this.inside = inside;
    }

    /// For a document that is all there is of an image.
    ///
    /// @param place what the evidence of components says where the document has none: what the document is called
    public static BillReader alone(ImagePath place) {
        return new BillReader(place, false);
    }

    /// For a document that lies in an image: it is the evidence of all its components, and what it says of files and layers is not
    /// this image's.
    public static BillReader inside(ImagePath place) {
        return new BillReader(place, true);
    }

    public ReadBill read(byte[] document) throws MalformedBill {
        JsonNode top;
        try {
            top = mapper.readTree(document);
        } catch (JacksonException e) {
            throw new MalformedBill("it is not JSON: " + Quoted.of(e.getOriginalMessage()));
        }
        Claims claims = new Claims();
        if (top.path("bomFormat").asString("").equals("CycloneDX")) {
            new CycloneDxClaims(claims).read(top);
        } else if (top.path("spdxVersion").asString("").startsWith("SPDX-2")) {
            new SpdxClaims(claims).read(top);
        } else if (top.path("schema").path("url").asString("").contains("syft") && top.path("artifacts").isArray()) {
            new SyftClaims(claims).read(top);
        } else {
            throw new MalformedBill("it is neither CycloneDX nor SPDX 2 nor of syft");
        }
        return new ReadBill(claims.name(), claims.digest(), claims.created(), inventory(claims));
    }

    private Inventory inventory(Claims claims) {
        Map<String, Component> byReference = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        int withoutUrl = 0;
        for (ClaimedComponent claimed : claims.components()) {
            try {
                Component one = inside ? claimed.claimedIn(place) : claimed.component(place);
                // Two of one name at one place, and two of one reference, are told apart by their number.
                String reference = byReference.containsKey(claimed.reference()) ? claimed.reference() + "#" + byReference.size() : claimed.reference();
                byReference.put(reference, ids.add(one.id()) ? one : one.seenIn(new Evidence(place, reference)));
            } catch (MalformedPackageUrl e) {
                withoutUrl++;
            }
        }
        Map<String, String> idByReference = new HashMap<>();
        byReference.forEach((reference, component) -> idByReference.put(reference, component.id()));
        List<Component> components = byReference.entrySet().stream()
                .map(one -> one.getValue().needing(needs(claims.needs().getOrDefault(one.getKey(), List.of()), idByReference)))
                .toList();
        boolean database = claims.ofImage().first(Properties.DATABASE).map(Boolean::valueOf).orElse(BillOfMaterials.hasSystemPackages(components));
        return new Inventory(distribution(claims, components), components, claims.unowned(), database, SystemFacts.NONE, remarks(claims, withoutUrl));
    }

    private List<Remark> remarks(Claims claims, int withoutUrl) {
        List<Remark> remarks = new ArrayList<>();
        for (String gap : claims.ofImage().all(Properties.GAP)) {
            int colon = gap.indexOf(": ");
            if (gap.startsWith("/") && colon > 0) {
                Claims.path(gap.substring(0, colon)).ifPresent(where -> remarks.add(new Remark(where, gap.substring(colon + 2))));
            }
        }
        int unlisted = claims.ofImage().number(Properties.UNOWNED).orElse(0) - claims.unowned().size();
        if (unlisted > 0) {
            remarks.add(new Remark(ImagePath.ROOT, "%d files that belong to no component are not listed in the bill".formatted(unlisted)));
        }
        if (withoutUrl > 0) {
            remarks.add(new Remark(place, "%d components without a package URL were left out".formatted(withoutUrl)));
        }
        return remarks;
    }

    /// As the document says; many say it only in their package URLs (`distro=debian-12`).
    private static Optional<Distribution> distribution(Claims claims, Collection<Component> components) {
        return claims.ours() || claims.distribution().isPresent()
                ? claims.distribution()
                : components.stream()
                        .filter(one -> one.ecosystem().isOfSystem())
                        .flatMap(one -> Optional.ofNullable(one.url().qualifiers().get("distro")).stream())
                        .findFirst()
                        .map(BillReader::distribution);
    }

    private static Distribution distribution(String qualifier) {
        int dash = qualifier.lastIndexOf('-');
        return dash < 0 ? new Distribution(qualifier, "", "") : new Distribution(qualifier.substring(0, dash), qualifier.substring(dash + 1), "");
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
