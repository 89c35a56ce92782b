package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.lint.DockerfileLint;
import dev.cupel.lint.ImageLint;
import dev.cupel.lint.LintResult;
import dev.cupel.lint.SourceFile;
import dev.cupel.lint.dockerfile.SourceText;
import dev.cupel.lint.fix.Edits;
import dev.cupel.lint.fix.MendedFile;
import dev.cupel.lint.fix.UnifiedDiff;
import dev.cupel.lint.ignore.ConfigSearch;
import dev.cupel.lint.ignore.LintConfig;
import dev.cupel.lint.ignore.Suppression;
import dev.cupel.lint.rule.RuleBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;

/// Lints what a person named: a file, a folder, standard input, an image.
record LintTarget(RuleBook book, LintOptions options, PrintWriter err) {
    /// What came of one subject.
    ///
    /// @param refused whether something is as bad as the threshold
    record Judged(LintResult result, boolean refused) {}

    /// Whether a name means a file; a missing one that can only have been meant as a file is a [CupelException].
    boolean isFile(String subject) {
        if (subject.equals("-") || exists(subject)) {
            return true;
        }
        if (subject.matches("[./~].*|.*[Dd]ockerfile.*|.*[Cc]ontainerfile.*")) {
            throw new CupelException(Fault.INPUT, "Cannot lint " + Quoted.of(subject) + ": there is no such file.", "");
        }
        return false;
    }

    private static boolean exists(String subject) {
        try {
            return Files.exists(Path.of(subject));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    Judged file(String subject, PrintWriter out) throws IOException {
        if (subject.equals("-")) {
            LintConfig config = config(Path.of(""));
            SourceText source = SourceFile.read("standard input", System.in);
            return judged(new DockerfileLint(suppression(config), config.surroundings()).lint("Dockerfile", source), config);
        }
        Path path = Files.isDirectory(Path.of(subject)) ? inside(Path.of(subject)) : Path.of(subject);
        LintConfig config = config(path.resolveSibling(""));
        SourceFile file = new SourceFile(path);
        SourceText source = file.read();
        DockerfileLint lint = new DockerfileLint(suppression(config), config.surroundings().in(file.dockerignore()));
        if (options.fix()) {
            Edits.Mended mended = lint.mend(path.toString(), source);
            if (options.dryRun()) {
                UnifiedDiff.of(path.toString(), source.text(), mended.source().text()).forEach(out::println);
            } else if (mended.findings() > 0) {
                new MendedFile(path).write(mended.source());
                err.println(path + ": mended " + mended.findings());
            }
            source = mended.source();
        }
        return judged(lint.lint(path.toString(), source), config);
    }

    Judged image(String reference, OpenedImage image, Inventory inventory) throws IOException {
        LintConfig config = config(Path.of(""));
        return judged(new ImageLint(suppression(config)).lint(reference, image, inventory), config);
    }

    private static Path inside(Path folder) {
        return Files.exists(folder.resolve("Containerfile")) && !Files.exists(folder.resolve("Dockerfile"))
                ? folder.resolve("Containerfile")
                : folder.resolve("Dockerfile");
    }

    private LintConfig config(Path folder) throws IOException {
        return options.config().isPresent() ? ConfigSearch.read(options.config().get(), book) : new ConfigSearch(folder, book).find();
    }

    private Suppression suppression(LintConfig config) {
        Suppression suppression = new Suppression(book, config, options.profile(config), LocalDate.now(ZoneId.systemDefault()));
        suppression.over().forEach(ignore -> err.println(
                "cupel: the ignore of %s ran out on %s (%s)".formatted(ignore.id(), ignore.until().orElseThrow(), ignore.reason())));
        return suppression;
    }

    private Judged judged(LintResult result, LintConfig config) {
        return new Judged(result, result.reaches(options.threshold(config)));
    }
}
