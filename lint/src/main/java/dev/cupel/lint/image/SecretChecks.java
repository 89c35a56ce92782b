package dev.cupel.lint.image;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.facts.Secret;

/// Secrets in files, also in those that a later layer deleted, in variables, labels and the history.
final class SecretChecks {
    private static final ImagePath SSH = ImagePath.of("/etc/ssh");

    private SecretChecks() {}

    static void found(ImageSubject image, ImageFindings findings) {
        for (Secret secret : image.facts().secrets()) {
            String kind = secret.rule().replace('-', ' ');
            switch (secret.kind()) {
                case FILE -> file(secret, kind, findings);
                case ENVIRONMENT -> findings.inConfig("CIS-DI-0010", "Env", kind + " in " + secret.place());
                case LABEL -> findings.inConfig("CIS-DI-0010", "Labels", kind + " in " + secret.place());
                case HISTORY -> findings.inHistory("CIS-DI-0010", 1 + Integer.parseInt(secret.place().substring("step ".length())), kind);
            }
        }
    }

    private static void file(Secret secret, String kind, ImageFindings findings) {
        ImagePath path = ImagePath.of(secret.place());
        boolean hostKey = path.parent().equals(SSH) && path.name().startsWith("ssh_host_");
        if (!secret.visible()) {
            findings.at("CUP2001", path, kind + " in layer " + (secret.layer() + 1));
        } else if (hostKey) {
            findings.at("CUP2006", path, "");
        } else {
            findings.at("CIS-DI-0010", path, kind);
        }
    }
}
