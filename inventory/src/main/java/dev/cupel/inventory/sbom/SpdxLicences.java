package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Licences as SPDX writes them. A name that its list does not have gets an identifier of the document's own.
final class SpdxLicences {
    private final LicenceNames names;
    private final Map<String, String> nameByReference = new TreeMap<>();

    SpdxLicences(LicenceNames names) {
        this.names = names;
    }

    /// What a package declares; several licences hold together, as nothing says that one may choose.
    String declared(List<String> licences) {
        return licences.isEmpty()
                ? "NOASSERTION"
                : licences.stream().map(this::one).distinct().collect(Collectors.joining(" AND "));
    }

    private String one(String name) {
        return names.identifier(name)
                .or(() -> names.expression(name).map(it -> it.contains(" OR ") ? "(" + it + ")" : it))
                .orElseGet(() -> reference(name));
    }

    private String reference(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9.-]+", "-").replaceAll("^-+|-+$", "");
        // Two names may look alike once they are plain.
        String reference = "LicenseRef-" + plain + "-" + Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 8);
        nameByReference.put(reference, name);
        return reference;
    }

    List<Map<String, Object>> named() {
        List<Map<String, Object>> infos = new ArrayList<>();
        nameByReference.forEach((reference, name) -> infos.add(
                new Json().put("licenseId", reference).put("name", name).put("extractedText", name).members()));
        return infos;
    }
}
