package dev.cupel.cli;

import dev.cupel.cli.view.DiffMarkdown;
import dev.cupel.cli.view.DiffText;
import dev.cupel.cli.view.VulnerabilityMarkdown;
import dev.cupel.cli.view.VulnerabilityText;
import dev.cupel.image.Printable;
import dev.cupel.inspect.diff.DiffJson;
import dev.cupel.inspect.diff.PlatformsDiff;
import dev.cupel.vulnerability.comparison.VulnerabilityDiff;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A difference as `cupel diff` prints it.
///
/// @param byPlatform whether each platform gets a section; else there is one report, and it is told as it is
/// @param vulnerabilities of the two images, by platform, where somebody asked for them
record DiffAnswer(PlatformsDiff diff, boolean byPlatform, Map<String, VulnerabilityDiff> vulnerabilities) {
    void print(DiffCommand.Format format, PrintWriter out) {
        if (format == DiffCommand.Format.JSON) {
            DiffJson json = new DiffJson(vulnerabilities);
            out.print(byPlatform ? json.text(diff) : json.text(diff.platforms().getFirst()));
            return;
        }
        for (PlatformsDiff.PlatformRow row : diff.platforms()) {
            if (byPlatform) {
                out.printf(format == DiffCommand.Format.MARKDOWN ? "## %s%n%n" : "== %s%n", Printable.of(row.platform()));
            }
            print(row, format, out);
            if (byPlatform) {
                out.println();
            }
        }
        only("a", diff.onlyInA(), out);
        only("b", diff.onlyInB(), out);
    }

    private void print(PlatformsDiff.PlatformRow row, DiffCommand.Format format, PrintWriter out) {
        Optional<VulnerabilityDiff> told = Optional.ofNullable(vulnerabilities.get(row.platform()));
        if (format == DiffCommand.Format.MARKDOWN) {
            Optional<VulnerabilityMarkdown> section = told.map(it -> new VulnerabilityMarkdown(it, out));
            section.ifPresent(VulnerabilityMarkdown::warn);
            new DiffMarkdown(row.report(), out).print();
            section.ifPresent(VulnerabilityMarkdown::print);
        } else {
            Optional<VulnerabilityText> section = told.map(it -> new VulnerabilityText(it, out));
            section.ifPresent(VulnerabilityText::warn);
            new DiffText(row.report(), out).print();
            section.ifPresent(VulnerabilityText::print);
        }
    }

    private static void only(String side, List<String> platforms, PrintWriter out) {
        if (!platforms.isEmpty()) {
            out.println("only in " + side + ": " + String.join(", ", platforms.stream().map(Printable::of).toList()));
        }
    }
}
