package dev.cupel.lint.image;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.secret.SecretPatterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Files that hold secrets, also those that a later layer deleted.
final class SecretChecks {
    private static final int HEAD = 4096;
    private static final int LARGEST = 1 << 20;

    private SecretChecks() {}

    static void visible(ImageSubject image, ImageFindings findings) throws IOException {
        List<Node> suspects = image.root().walk().filter(node -> isSuspect(node.entry())).toList();
        for (Node node : suspects) {
            ImagePath path = node.path();
            boolean key = hasPrivateKey(image, node);
            Optional<String> named = SecretPatterns.secretFile(path.text());
            if (key && path.text().matches("/etc/ssh/ssh_host_.*")) {
                findings.at("CUP2006", path, "");
            } else if (key) {
                findings.at("CIS-DI-0010", path, "private key");
            } else if (named.isPresent() && isPlain(path.text())) {
                findings.at("CIS-DI-0010", path, named.get());
            }
        }
    }

    /// In a layer below, and no longer in the image as a container sees it.
    static void deleted(ImageSubject image, ImageFindings findings) {
        for (int i = 0; i < image.layers().size(); i++) {
            for (Entry entry : image.layers().get(i).entries()) {
                boolean secret = entry.isFile() && entry.sizeBytes() > 0 && SecretPatterns.secretFile(entry.path().text()).isPresent();
                int layer = i;
                if (secret && isPlain(entry.path().text()) && image.root().at(entry.path()).filter(node -> node.layer() == layer).isEmpty()) {
                    findings.at("CUP2001", entry.path(), "in layer %d of %d".formatted(i + 1, image.layers().size()));
                }
            }
        }
    }

    private static boolean isSuspect(Entry entry) {
        String name = entry.path().name();
        boolean keyName = name.matches("(?i).*\\.(pem|key)|id_(rsa|dsa|ecdsa|ed25519)|ssh_host_.*_key");
        return entry.isFile() && entry.sizeBytes() > 0 && (keyName || SecretPatterns.secretFile(entry.path().text()).isPresent());
    }

    /// Keys that packages bring for their own tests open nothing.
    private static boolean isPlain(String path) {
        return !path.matches("(?i).*/(tests?|testdata|examples?|fixtures|doc|docs|node_modules|site-packages|dist-packages|gems)/.*|/usr/share/.*|.*/cacerts|.*/java/.*\\.jks");
    }

    private static boolean hasPrivateKey(ImageSubject image, Node node) throws IOException {
        if (!isPlain(node.path().text()) || node.entry().sizeBytes() > LARGEST) {
            return false;
        }
        return new String(image.root().head(node, HEAD), StandardCharsets.ISO_8859_1).matches("(?s).*-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY.*");
    }
}
