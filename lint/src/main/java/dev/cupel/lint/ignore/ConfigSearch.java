package dev.cupel.lint.ignore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds the configuration that counts for a file: the nearest of each kind in its folder or above, up to the root of the repository.
public record ConfigSearch(Path start) {
    private static final String OWN = ".cupel-lint.yaml";
    private static final List<String> HADOLINT = List.of(".hadolint.yaml", ".hadolint.yml");

    /// `start` is the folder that the file lies in.
    public LintConfig find() throws IOException {
        LintConfig config = LintConfig.NONE;
        Optional<Path> own = nearest(List.of(OWN));
        if (own.isPresent()) {
            config = read(own.get());
        }
        Optional<Path> hadolint = nearest(HADOLINT);
        return hadolint.isPresent() ? config.over(read(hadolint.get())) : config;
    }

    /// Reads one file, of the kind that its name says.
    public static LintConfig read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String text = Files.readString(file);
        return name.contains("hadolint") ? HadolintConfig.read(name, text) : new ConfigReader(name).read(text);
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
