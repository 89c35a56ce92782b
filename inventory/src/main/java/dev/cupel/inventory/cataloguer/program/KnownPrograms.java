package dev.cupel.inventory.cataloguer.program;

import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Scene;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Well-known programs by their file name and the version that their own strings tell. The rules are a table in
/// `programs.rules`: a line of package name, pattern of the file name, pattern of the content with the version as its first group.
final class KnownPrograms {
    private final List<Rule> rules;
    private final Pattern files;

    private record Rule(String name, Pattern file, Pattern content) {}

    private KnownPrograms(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        // Every file of an image is asked about: one pattern is quicker than sixty.
        this.files = Pattern.compile(rules.stream().map(rule -> rule.file.pattern()).distinct().collect(Collectors.joining("|")));
    }

    static KnownPrograms load() {
        List<Rule> rules = new ArrayList<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(KnownPrograms.class.getResourceAsStream("programs.rules")), StandardCharsets.UTF_8))) {
            for (String line : table.readAllLines()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.split("\\s+", 3);
                    rules.add(new Rule(columns[0], Pattern.compile(columns[1]), Pattern.compile(columns[2])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table of programs is not in the archive", e);
        }
        return new KnownPrograms(rules);
    }

    boolean knows(String fileName) {
        return files.matcher(fileName).matches();
    }

    Optional<Component> recognise(Node file, ByteBuffer content, Scene scene) throws IOException {
        for (Rule rule : rules) {
            if (rule.file.matcher(file.path().name()).matches()) {
                Matcher version = rule.content.matcher(new Latin1(content));
                if (version.find()) {
                    return Optional.of(component(rule.name, version.group(1), file, scene));
                }
            }
        }
        return Optional.empty();
    }

    private static Component component(String name, String version, Node file, Scene scene) throws IOException {
        return new ComponentDraft(Ecosystem.PROGRAM, name, PackageUrl.of("generic", "", name, version), Evidence.of(file.path()))
                .certainty(Certainty.RECOGNISED)
                .digest(Optional.of(scene.root().digest(file)))
                .files(Holdings.whole(new TreeSet<>(List.of(file.path()))))
                .origin(scene.origins().of(file))
                .done();
    }

    /// Bytes as text, one char each, without a copy.
    private record Latin1(ByteBuffer bytes, int start, int end) implements CharSequence {
        Latin1(ByteBuffer bytes) {
            this(bytes, 0, bytes.limit());
        }

        @Override
        public int length() {
            return end - start;
        }

        @Override
        public char charAt(int index) {
            return (char) (bytes.get(start + index) & 0xff);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Latin1(bytes, start + from, start + to);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(length());
            for (int i = 0; i < length(); i++) {
                text.append(charAt(i));
            }
            return text.toString();
        }
    }
}
