package dev.cupel.inventory.cataloguer.facts;

import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.LayerFiles;
import dev.cupel.image.layer.OpenedLayer;
import dev.cupel.image.manifest.History;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inventory.cataloguer.Bookkeeping;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.facts.Secret;
import dev.cupel.inventory.facts.Secret.Kind;
import dev.cupel.inventory.secret.SecretPatterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks for secrets in every layer, also in files that a later layer took away, in variables, labels and the history. Files of
/// software that somebody published are left out: their keys are no secrets. `told` knows those, and hears of what is searched in part.
public record Secrets(OpenedImage image, Collector told) {
    private static final int MOST_BYTES = 16 << 20;
    private static final int TEXT_HEAD = 4096;
    private static final int SHOWN = 4;

    /// What a rule found; the secret itself is cut off behind its first characters.
    private record Hit(String rule, String masked) {}

    public List<Secret> find() throws IOException {
        List<Secret> found = new ArrayList<>();
        for (int i = 0; i < image.layers().size(); i++) {
            inLayer(i, found);
        }
        inConfiguration(found);
        return found;
    }

    private void inLayer(int layer, List<Secret> found) throws IOException {
        OpenedLayer opened = image.layers().get(layer);
        for (Entry entry : opened.index().entries()) {
            if (entry.isFile() && entry.sizeBytes() > 0 && !Bookkeeping.has(entry.path()) && !told.owns(entry.path())) {
                boolean visible = image.root().at(entry.path()).filter(node -> node.layer() == layer).isPresent();
                inFile(entry, opened.files(), layer, visible, found);
            }
        }
    }

    private void inFile(Entry entry, LayerFiles files, int layer, boolean visible, List<Secret> found) throws IOException {
        for (byte one : files.head(entry, TEXT_HEAD)) {
            if (one == 0) {
                return; // no text
            }
        }
        if (entry.sizeBytes() > MOST_BYTES) {
            told.remark(entry.path(), "only its first %d MiB were searched for secrets".formatted(MOST_BYTES >> 20));
        }
        byte[] content = files.head(entry, MOST_BYTES);
        List<Hit> hits = new ArrayList<>(in(new String(content, StandardCharsets.ISO_8859_1)));
        if (hits.isEmpty() && SecretPatterns.secretFile(entry.path().text()).isPresent()) {
            hits.add(new Hit("credential-file", "…"));
        }
        hits.forEach(hit -> found.add(new Secret(hit.rule(), Kind.FILE, entry.path().text(), layer, visible, hit.masked())));
    }

    private void inConfiguration(List<Secret> found) {
        ImageConfig config = image.image().config();
        for (String line : config.environment()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                add(Kind.ENVIRONMENT, line.substring(0, equals), line.substring(equals + 1), found);
            }
        }
        for (Map.Entry<String, String> label : config.labels().entrySet()) {
            add(Kind.LABEL, label.getKey(), label.getValue(), found);
        }
        for (int i = 0; i < config.history().size(); i++) {
            History step = config.history().get(i);
            int number = i;
            in(step.createdBy())
                    .forEach(hit -> found.add(new Secret(hit.rule(), Kind.HISTORY, "step " + number, -1, true, hit.masked())));
        }
    }

    private static void add(Kind kind, String name, String value, List<Secret> found) {
        List<Hit> hits = new ArrayList<>(in(value));
        if (hits.isEmpty()) {
            variable(name, value).ifPresent(hits::add);
        }
        hits.forEach(hit -> found.add(new Secret(hit.rule(), kind, name, -1, true, hit.masked())));
    }

    /// The first hit of each rule in a text.
    private static List<Hit> in(String text) {
        Map<String, Hit> hits = new LinkedHashMap<>();
        SecretPatterns.find(text).forEach(one -> hits.putIfAbsent(one.rule(), new Hit(one.rule(), masked(text.substring(one.secret(), one.end())))));
        return List.copyOf(hits.values());
    }

    /// Whether a variable of this name and value holds a secret.
    private static Optional<Hit> variable(String name, String value) {
        boolean filled = value.length() >= 4 && !value.startsWith("/") && !value.startsWith("$") && !value.matches("(?i)true|false|none|null|changeme|\\d+");
        return filled && SecretPatterns.isSecretName(name) ? Optional.of(new Hit("variable", masked(value))) : Optional.empty();
    }

    private static String masked(String secret) {
        String shown = secret.substring(0, Math.min(SHOWN, secret.length() / 4));
        return shown.replaceAll("[^\\x20-\\x7e]", "?") + "…";
    }
}
