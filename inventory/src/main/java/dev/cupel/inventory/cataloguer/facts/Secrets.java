package dev.cupel.inventory.cataloguer.facts;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.OpenedLayer;
import dev.cupel.image.manifest.History;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inventory.cataloguer.Bookkeeping;
import dev.cupel.inventory.cataloguer.facts.SecretRules.Hit;
import dev.cupel.inventory.facts.Secret;
import dev.cupel.inventory.facts.Secret.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// Looks for secrets in every layer, also in files that a later layer took away, in variables, labels and the history. Files of
/// software that somebody published are left out: their keys are no secrets.
public record Secrets(OpenedImage image, Predicate<ImagePath> published) {
    private static final int MOST_BYTES = 1 << 20;
    private static final int TEXT_HEAD = 4096;
    private static final Set<String> KEY_FILES = Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", ".pgpass", ".netrc", ".git-credentials");

    public List<Secret> find() throws IOException {
        List<Secret> found = new ArrayList<>();
        SecretRules rules = SecretRules.load();
        for (int i = 0; i < image.layers().size(); i++) {
            inLayer(i, rules, found);
        }
        inConfiguration(rules, found);
        return found;
    }

    private void inLayer(int layer, SecretRules rules, List<Secret> found) throws IOException {
        OpenedLayer opened = image.layers().get(layer);
        for (Entry entry : opened.index().entries()) {
            if (entry.isFile() && entry.sizeBytes() > 0 && entry.sizeBytes() <= MOST_BYTES && !Bookkeeping.has(entry.path()) && !published.test(entry.path())) {
                boolean visible = image.root().at(entry.path()).filter(node -> node.layer() == layer).isPresent();
                inFile(entry, opened.files().head(entry, MOST_BYTES), layer, visible, rules, found);
            }
        }
    }

    private static void inFile(Entry entry, byte[] content, int layer, boolean visible, SecretRules rules, List<Secret> found) {
        for (int i = 0; i < Math.min(content.length, TEXT_HEAD); i++) {
            if (content[i] == 0) {
                return; // no text
            }
        }
        List<Hit> hits = new ArrayList<>(rules.in(new String(content, StandardCharsets.ISO_8859_1)));
        if (hits.isEmpty() && KEY_FILES.contains(entry.path().name())) {
            hits.add(new Hit("credential-file", "…"));
        }
        hits.forEach(hit -> found.add(new Secret(hit.rule(), Kind.FILE, entry.path().text(), layer, visible, hit.masked())));
    }

    private void inConfiguration(SecretRules rules, List<Secret> found) {
        ImageConfig config = image.image().config();
        for (String line : config.environment()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                add(Kind.ENVIRONMENT, line.substring(0, equals), line.substring(equals + 1), rules, found);
            }
        }
        for (Map.Entry<String, String> label : config.labels().entrySet()) {
            add(Kind.LABEL, label.getKey(), label.getValue(), rules, found);
        }
        for (int i = 0; i < config.history().size(); i++) {
            History step = config.history().get(i);
            int number = i;
            rules.in(step.createdBy())
                    .forEach(hit -> found.add(new Secret(hit.rule(), Kind.HISTORY, "step " + number, -1, true, hit.masked())));
        }
    }

    private static void add(Kind kind, String name, String value, SecretRules rules, List<Secret> found) {
        List<Hit> hits = new ArrayList<>(rules.in(value));
        if (hits.isEmpty()) {
            SecretRules.variable(name, value).ifPresent(hits::add);
        }
        hits.forEach(hit -> found.add(new Secret(hit.rule(), kind, name, -1, true, hit.masked())));
    }
}
