package dev.cupel.cli.view;

import dev.cupel.cli.terminal.Words;
import dev.cupel.inspect.base.BaseView;
import dev.cupel.inspect.base.Freshness;
import dev.cupel.inspect.base.Part;
import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The base image of an image, for people.
public record BaseText(BaseView view, PrintWriter out) {
    public void print() {
        out.println(Line.of(view.image().reference(), 200) + (view.distribution().isEmpty() ? "" : "  on " + Line.of(view.distribution(), 80)));
        if (!view.base().name().isEmpty() || !view.base().digest().isEmpty()) {
            out.println("  base image   " + Line.of((view.base().name() + " " + view.base().digest()).strip(), 160));
        }
        if (view.base().layers() > 0) {
            out.printf("  base layers  the lowest %d%s: %s%n", view.base().layers(),
                    view.ageDays().map(days -> ", " + days + (days == 1 ? " day old" : " days old")).orElse(""), Line.of(view.base().why(), 160));
            part("base part", view.basePart());
        } else {
            out.println("  base layers  " + view.base().why());
        }
        part("own part", view.ownPart());
        freshness(view.freshness());
        if (!view.updates().isEmpty()) {
            out.println("  updates      " + Line.of(view.updates(), 200));
        }
        out.println("it needs");
        view.needs().forEach(need -> out.printf("  %-12s %s%n", need.kind().word(), Line.of(need.why(), 140)));
        if (view.needs().isEmpty()) {
            out.println("  nothing that its commands tell");
        }
        out.println("which base would do, smallest first; what programs start themselves was not followed, so test it");
        view.choices().forEach(choice -> out.printf("  %s %-28s %s%n", choice.fits() ? "✓" : "✗", choice.base(), choice.price()));
        out.flush();
    }

    private void part(String name, Part part) {
        String kinds = part.findings().stream()
                .collect(Collectors.groupingBy(one -> one.kind(), TreeMap::new, Collectors.counting()))
                .entrySet().stream()
                .map(one -> one.getValue() + " " + one.getKey())
                .collect(Collectors.joining(", "));
        out.printf("  %-12s %s, %d %s of %s%s%n", name, Words.size(part.bytes()), part.packages(), part.packages() == 1 ? "package" : "packages",
                Words.size(part.packageBytes()), kinds.isEmpty() ? "" : "; findings: " + Line.of(kinds, 120));
    }

    private void freshness(Freshness found) {
        out.println("  behind       " + Line.of(found.told(), 200));
        if (found.newerTagCount() > 0) {
            out.printf("               %d newer %s: %s%n", found.newerTagCount(), found.newerTagCount() == 1 ? "tag" : "tags", Line.of(String.join(", ", found.newerTags()), 160));
        }
    }
}
