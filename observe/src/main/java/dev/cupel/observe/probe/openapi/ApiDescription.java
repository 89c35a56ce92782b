package dev.cupel.observe.probe.openapi;

import dev.cupel.observe.probe.document.DocumentReader;
import dev.cupel.observe.probe.document.MalformedDocument;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The operations that an API description lists (OpenAPI Specification 2.0, 3.0, 3.1).
///
/// @param basePath what stands before each path, without a slash at the end; often empty
public record ApiDescription(String basePath, List<Operation> operations) {
    private static final int MOST_OPERATIONS = 300;
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    public ApiDescription {
        operations = List.copyOf(operations);
    }

    /// Whether a text is worth reading: cheap, and wrong at times.
    public static boolean looksLike(String text) {
        String beginning = text.substring(0, Math.min(text.length(), 4_000));
        return (beginning.contains("openapi") || beginning.contains("swagger")) && text.contains("paths") && !beginning.contains("<html");
    }

    /// Reads a description; references to other documents are left out.
    public static ApiDescription read(String text) throws MalformedDocument {
        JsonNode root = DocumentReader.USUAL.read(text);
        if (!root.path("paths").isObject() || !(root.has("openapi") || root.has("swagger"))) {
            throw new MalformedDocument("it is no API description: it names no version or lists no paths");
        }
        References references = new References(root);
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            JsonNode item = references.resolve(path.getValue());
            for (Map.Entry<String, JsonNode> member : item.properties()) {
                if (METHODS.contains(member.getKey()) && path.getKey().startsWith("/") && operations.size() < MOST_OPERATIONS) {
                    operations.add(Operation.read(member.getKey(), path.getKey(), item, member.getValue(), references));
                }
            }
        }
        return new ApiDescription(basePath(root), operations);
    }

    private static String basePath(JsonNode root) {
        String base = root.has("swagger")
                ? root.path("basePath").asString("")
                : path(root.path("servers").path(0).path("url").asString(""));
        String trimmed = base.replaceFirst("/+$", "");
        return trimmed.startsWith("/") && !trimmed.contains("{") ? trimmed : "";
    }

    private static String path(String address) {
        try {
            String path = new URI(address).getRawPath();
            return path == null ? "" : path;
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
