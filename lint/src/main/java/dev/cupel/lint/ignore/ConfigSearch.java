package dev.cupel.lint.ignore;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.lint.rule.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the configuration that counts for a file: the nearest of each kind in its folder or above, up to the root of the repository.
///
/// @param start the folder that the file lies in
/// @param book the rules that it may name
public record ConfigSearch(Path start, RuleBook book) {
    private static final int LARGEST = 1 << 20;
    private static final String OWN = ".cupel-lint.yaml";
    private static final List<String> HADOLINT = List.of(".hadolint.yaml", ".hadolint.yml");

    public LintConfig find() throws IOException {
        LintConfig config = LintConfig.NONE;
        Optional<Path> own = nearest(List.of(OWN));
        if (own.isPresent()) {
            config = read(own.get(), book);
        }
        Optional<Path> hadolint = nearest(HADOLINT);
        return hadolint.isPresent() ? config.over(read(hadolint.get(), book)) : config;
    }

    /// Reads one file, of the kind that its name says.
    public static LintConfig read(Path file, RuleBook book) throws IOException {
        String name = String.valueOf(file.getFileName());
        String text = text(file, name);
        return name.contains("hadolint") ? new HadolintConfig(name, book).read(text) : new ConfigReader(name, book).read(text);
    }

    private static String text(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CupelException(Fault.USAGE, "Cannot use " + Quoted.of(file.toString()) + ": there is no such file.", "");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new YamlFile(name).wrong("it has more than 1 MB");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new CupelException(Fault.USAGE, "Cannot use " + name + ": it is not UTF-8.", "Correct it there.", e);
        }
    }

    private Optional<Path> nearest(List<String> names) {
        for (Path folder = start.toAbsolutePath().normalize(); folder != null; folder = folder.getParent()) {
            Path here = folder;
            Optional<Path> found = names.stream().map(here::resolve).filter(Files::isRegularFile).findFirst();
            if (found.isPresent() || Files.exists(folder.resolve(".git"))) {
                return found;
            }
        }
        return Optional.empty();
    }
}
