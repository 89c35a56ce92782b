package dev.cupel.cli.view;

import dev.cupel.cli.terminal.Words;
import dev.cupel.inspect.base.BaseView;
import java.io.PrintWriter;
import java.util.Locale;

/// The base image of an image, for people.
public record BaseText(String reference, BaseView view, PrintWriter out) {
    public void print() {
        out.println(Line.of(reference, 200) + (view.distribution().isEmpty() ? "" : "  on " + Line.of(view.distribution(), 80)));
        if (!view.base().name().isEmpty() || !view.base().digest().isEmpty()) {
            out.println("  base image   " + Line.of((view.base().name() + " " + view.base().digest()).strip(), 160) + " (it says so itself)");
        }
        if (view.base().layers() > 0) {
            out.printf("  base layers  the lowest %d, %s%s: %s%n", view.base().layers(), Words.size(view.baseBytes()),
                    view.ageDays().map(days -> ", " + days + (days == 1 ? " day old" : " days old")).orElse(""), view.base().why());
        } else {
            out.println("  base layers  " + view.base().why());
        }
        out.println("  application  " + Words.size(view.applicationBytes()));
        out.println("it needs");
        view.needs().forEach(need -> out.printf("  %-12s %s%n", need.kind().name().toLowerCase(Locale.ROOT), Line.of(need.why(), 140)));
        if (view.needs().isEmpty()) {
            out.println("  nothing that its commands tell");
        }
        out.println("which base would do, smallest first; what programs start themselves was not followed, so test it");
        view.choices().forEach(choice -> out.printf("  %s %-28s %s%n", choice.fits() ? "✓" : "✗", choice.base(), choice.price()));
        out.flush();
    }
}
