package dev.cupel.inventory.sbom;

import dev.cupel.image.Digest;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.packages.OsPackage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A CycloneDX 1.6 document about one image. The same image gives the same bytes: no clock, no random number.
///
/// @param image reference and digest of the image it tells of
/// @param distribution decides the namespace of the packages' URLs
public record CycloneDx(String image, Digest digest, Optional<Distribution> distribution, List<Remains> remains) {
    public CycloneDx {
        remains = remains.stream()
                .filter(one -> one.kept() > 0)
                .sorted(Comparator.comparing(one -> one.of().name() + " " + one.of().architecture()))
                .toList();
    }

    /// The document as JSON, indented.
    public byte[] json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("bomFormat", "CycloneDX");
        document.put("specVersion", "1.6");
        document.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(digest.toString().getBytes(StandardCharsets.UTF_8)));
        document.put("version", 1);
        document.put("metadata", Map.of("component", subject()));
        document.put("components", components());
        document.put("dependencies", dependencies());
        document.put("compositions", List.of(completeness()));
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(document);
    }

    private Map<String, Object> subject() {
        return ordered("type", "container", "bom-ref", digest.toString(), "name", image, "version", digest.toString());
    }

    private List<Map<String, Object>> components() {
        List<Map<String, Object>> all = new ArrayList<>();
        distribution.ifPresent(it -> all.add(ordered(
                "type", "operating-system", "bom-ref", "os:" + it.id(), "name", it.id(), "version", it.versionId())));
        remains.forEach(one -> all.add(component(one)));
        return all;
    }

    private Map<String, Object> component(Remains one) {
        Map<String, Object> component = ordered(
                "type", "library", "bom-ref", reference(one.of()), "name", one.of().name(), "version", one.of().version());
        component.put("purl", url(one.of()).toString());
        // What no other tool tells: a package of which two files of three hundred are left is not the package it was.
        component.put("properties", List.of(
                ordered("name", "cupel:files:kept", "value", Integer.toString(one.kept())),
                ordered("name", "cupel:files:total", "value", Integer.toString(one.total()))));
        return component;
    }

    private List<Map<String, Object>> dependencies() {
        Map<String, String> references = new TreeMap<>();
        remains.forEach(one -> references.put(one.of().name(), reference(one.of())));
        return remains.stream().map(one -> dependency(one.of(), references)).toList();
    }

    private static Map<String, Object> dependency(OsPackage one, Map<String, String> references) {
        Set<String> on = new HashSet<>(one.depends());
        on.remove(one.name());
        List<String> dependsOn = on.stream().filter(references::containsKey).map(references::get).distinct().sorted().toList();
        return ordered("ref", reference(one), "dependsOn", dependsOn);
    }

    /// Packages of the operating system are all here; language packages are not looked for yet, and the document says so.
    private Map<String, Object> completeness() {
        return ordered("aggregate", "incomplete", "assemblies", List.of(digest.toString()));
    }

    private static String reference(OsPackage one) {
        return one.kind() + ":" + one.name() + "@" + one.version() + ":" + one.architecture();
    }

    private PackageUrl url(OsPackage one) {
        TreeMap<String, String> qualifiers = new TreeMap<>();
        qualifiers.put("arch", one.architecture());
        distribution.ifPresent(it -> qualifiers.put("distro", it.id() + "-" + it.versionId()));
        qualifiers.put("upstream", one.source().equals(one.name()) ? "" : one.source());
        return new PackageUrl(one.kind(), distribution.map(Distribution::id).orElse(""), one.name(), one.version(), qualifiers);
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
