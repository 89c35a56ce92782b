package dev.cupel.cli;

import dev.cupel.cli.view.DiffMarkdown;
import dev.cupel.cli.view.DiffText;
import dev.cupel.cli.view.VulnerabilityMarkdown;
import dev.cupel.cli.view.VulnerabilityText;
import dev.cupel.image.Printable;
import dev.cupel.inspect.diff.DiffJson;
import dev.cupel.inspect.diff.DiffReport;
import dev.cupel.inspect.diff.PlatformsDiff;
import dev.cupel.vulnerability.comparison.VulnerabilityDiff;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A difference as `cupel diff` prints it.
///
/// @param byPlatform whether each platform gets a section; else there is one report, and it is told as it is
/// @param vulnerabilities of the two images, where somebody asked for them
record DiffAnswer(PlatformsDiff diff, boolean byPlatform, Optional<VulnerabilityDiff> vulnerabilities) {
    void print(DiffCommand.Format format, PrintWriter out) {
        if (format == DiffCommand.Format.JSON) {
            out.print(byPlatform ? new DiffJson().text(diff) : json(diff.platforms().getFirst().report()));
            return;
        }
        for (PlatformsDiff.PlatformRow row : diff.platforms()) {
            if (byPlatform) {
                out.printf(format == DiffCommand.Format.MARKDOWN ? "## %s%n%n" : "== %s%n", Printable.of(row.platform()));
            }
            print(row.report(), format, out);
            if (byPlatform) {
                out.println();
            }
        }
        only("a", diff.onlyInA(), out);
        only("b", diff.onlyInB(), out);
    }

    private String json(DiffReport report) {
        String text = new DiffJson().text(report);
        if (vulnerabilities.isEmpty()) {
            return text;
        }
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode whole = (ObjectNode) mapper.readTree(text);
        whole.set("vulnerabilities", mapper.valueToTree(vulnerabilities.get()));
        return mapper.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(whole) + "\n";
    }

    private void print(DiffReport report, DiffCommand.Format format, PrintWriter out) {
        if (format == DiffCommand.Format.MARKDOWN) {
            Optional<VulnerabilityMarkdown> section = vulnerabilities.map(it -> new VulnerabilityMarkdown(it, out));
            section.ifPresent(VulnerabilityMarkdown::warn);
            new DiffMarkdown(report, out).print();
            section.ifPresent(VulnerabilityMarkdown::print);
        } else {
            Optional<VulnerabilityText> section = vulnerabilities.map(it -> new VulnerabilityText(it, out));
            section.ifPresent(VulnerabilityText::warn);
            new DiffText(report, out).print();
            section.ifPresent(VulnerabilityText::print);
        }
    }

    private static void only(String side, List<String> platforms, PrintWriter out) {
        if (!platforms.isEmpty()) {
            out.println("only in " + side + ": " + String.join(", ", platforms.stream().map(Printable::of).toList()));
        }
    }
}
