package dev.cupel.cli;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Printable;
import dev.cupel.image.Quoted;
import dev.cupel.inventory.version.Version;
import dev.cupel.inventory.version.VersionScheme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `cupel db compare`.
@Command(
        name = "compare",
        description = "Read lines A < B, A = B, A > B; print those that are not so.",
        abbreviateSynopsis = true,
        footer = {"", "Exit code 1 if there are any. Blank lines and lines that begin with # are passed over."})
final class DbCompareCommand implements Callable<Integer> {
    private static final int LONGEST = 1 << 16;

    @Parameters(index = "0", paramLabel = "ECOSYSTEM", description = "As OSV calls it, or a type of package URLs: Debian, RedHat, Alpine, Maven, npm, PyPI, deb, …")
    private String ecosystem;

    @Parameters(index = "1", paramLabel = "FILE", arity = "0..1", description = "Where the lines stand (default: standard input).")
    private Optional<Path> file = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        VersionScheme scheme = VersionScheme.of(ecosystem).orElseThrow(() -> new ParameterException(
                spec.commandLine(),
                Quoted.of(ecosystem) + " is no ecosystem whose versions can be compared; known are Debian, Ubuntu, RedHat, AlmaLinux, Rocky Linux, SUSE, Alpine, Wolfi, "
                        + "Maven, npm, crates.io, PyPI, RubyGems, Go, NuGet, Packagist, Pub, Hex, CRAN, Hackage, Bitnami"));
        try (BufferedReader lines = lines()) {
            return compare(scheme, lines);
        }
    }

    private BufferedReader lines() throws IOException {
        return file.isPresent()
                ? Files.newBufferedReader(file.get(), StandardCharsets.ISO_8859_1)
                : new BufferedReader(new InputStreamReader(System.in, StandardCharsets.ISO_8859_1));
    }

    private int compare(VersionScheme scheme, BufferedReader lines) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int number = 0;
        int compared = 0;
        int wrong = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Claim claim = claim(line, number);
            String found = claim.found(scheme);
            compared++;
            if (!found.equals(claim.sign())) {
                wrong++;
                out.println(Printable.of(claim.one() + " " + claim.sign() + " " + claim.other() + "   found: " + found));
            }
        }
        out.flush();
        spec.commandLine().getErr().println("%d of %d lines are not so".formatted(wrong, compared));
        return wrong == 0 ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private static Claim claim(String line, int number) {
        String[] words = line.length() > LONGEST ? new String[0] : line.strip().split("\\s+");
        if (words.length != 3 || !(words[1].equals("<") || words[1].equals("=") || words[1].equals(">"))) {
            throw new CupelException(
                    Fault.INPUT, "Line " + number + " is no comparison of two versions: " + Quoted.of(line) + ".", "Write A < B, A = B or A > B, with blanks between.");
        }
        return new Claim(words[0], words[1], words[2]);
    }

    private record Claim(String one, String sign, String other) {
        String found(VersionScheme scheme) {
            Optional<Version> a = scheme.parse(one);
            Optional<Version> b = scheme.parse(other);
            if (a.isEmpty() || b.isEmpty()) {
                return "cannot be compared";
            }
            int order = a.get().compareTo(b.get());
            return order < 0 ? "<" : order > 0 ? ">" : "=";
        }
    }
}
