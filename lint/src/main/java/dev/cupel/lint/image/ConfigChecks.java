package dev.cupel.lint.image;

import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.inventory.secret.SecretPatterns;
import java.util.List;
import java.util.stream.Stream;

/// What the image's configuration says.
final class ConfigChecks {
    private static final String OCI = "org.opencontainers.image.";

    private ConfigChecks() {}

    static void user(ImageSubject image, ImageFindings findings) {
        String user = image.config().user();
        if (user.isEmpty() || user.matches("(root|0)(:.*)?")) {
            findings.inConfig("CIS-DI-0001", "User", user.isEmpty() ? "no user is set, which means root" : user);
        }
    }

    static void name(ImageSubject image, ImageFindings findings) {
        String reference = image.reference();
        boolean file = reference.matches("(oci|oci-archive|docker-archive|dir):.*");
        String last = reference.substring(reference.lastIndexOf('/') + 1);
        if (!file && !reference.contains("@")) {
            findings.inConfig("CIS-DI-0005", "name", reference);
            if (last.endsWith(":latest") || !last.contains(":")) {
                findings.inConfig("DL3007", "name", reference);
            }
        }
    }

    static void health(ImageSubject image, ImageFindings findings) {
        if (image.config().healthCheck().isEmpty()) {
            findings.inConfig("DL3057", "Healthcheck", "");
        }
    }

    static void secrets(ImageSubject image, ImageFindings findings) {
        for (String line : image.config().environment()) {
            String name = line.substring(0, Math.max(0, line.indexOf('=')));
            boolean filled = line.length() > name.length() + 1;
            if (filled && (SecretPatterns.isSecretName(name) || !SecretPatterns.find(line).isEmpty())) {
                findings.inConfig("CIS-DI-0010", "Env", name);
            }
        }
        image.config().labels().forEach((key, value) -> SecretPatterns.find(value)
                .forEach(found -> findings.inConfig("CIS-DI-0010", "Labels", found.kind() + " in " + key)));
    }

    static void command(ImageSubject image, ImageFindings findings) {
        ImageConfig config = image.config();
        List<String> run = Stream.concat(config.entrypoint().stream(), config.command().stream()).toList();
        boolean shell = run.size() == 3 && run.get(0).equals("/bin/sh") && run.get(1).equals("-c");
        if (shell && !run.get(2).startsWith("exec ")) {
            findings.inConfig("CUP2008", config.entrypoint().isEmpty() ? "Cmd" : "Entrypoint", run.get(2));
        }
    }

    static void volumesAndPorts(ImageSubject image, ImageFindings findings) {
        image.config().volumes().stream()
                .filter(volume -> volume.matches("/(proc|sys|dev)(/.*)?"))
                .forEach(volume -> findings.inConfig("CUP1022", "Volumes", volume));
        image.config().exposedPorts().stream()
                .filter(port -> port.matches("22(/tcp)?"))
                .forEach(port -> findings.inConfig("CUP2011", "ExposedPorts", port));
    }

    static void annotations(ImageSubject image, ImageFindings findings) {
        List<String> missing = Stream.of("source", "version", "revision", "licenses")
                .filter(key -> !image.config().labels().containsKey(OCI + key))
                .toList();
        if (!missing.isEmpty()) {
            findings.inConfig("CUP2003", "Labels", String.join(", ", missing));
        }
    }
}
