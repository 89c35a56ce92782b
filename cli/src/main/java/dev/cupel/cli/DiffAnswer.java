package dev.cupel.cli;

import dev.cupel.cli.view.DiffMarkdown;
import dev.cupel.cli.view.DiffText;
import dev.cupel.image.Printable;
import dev.cupel.inspect.diff.DiffJson;
import dev.cupel.inspect.diff.DiffReport;
import dev.cupel.inspect.diff.PlatformsDiff;
import java.io.PrintWriter;
import java.util.List;

/// A difference as `cupel diff` prints it.
///
/// @param byPlatform whether each platform gets a section; else there is one report, and it is told as it is
record DiffAnswer(PlatformsDiff diff, boolean byPlatform) {
    void print(DiffCommand.Format format, PrintWriter out) {
        if (format == DiffCommand.Format.JSON) {
            out.print(byPlatform ? new DiffJson().text(diff) : new DiffJson().text(diff.platforms().getFirst().report()));
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

    private static void print(DiffReport report, DiffCommand.Format format, PrintWriter out) {
        if (format == DiffCommand.Format.MARKDOWN) {
            new DiffMarkdown(report, out).print();
        } else {
            new DiffText(report, out).print();
        }
    }

    private static void only(String side, List<String> platforms, PrintWriter out) {
        if (!platforms.isEmpty()) {
            out.println("only in " + side + ": " + String.join(", ", platforms.stream().map(Printable::of).toList()));
        }
    }
}
