package dev.cupel.inspect.gate;

import dev.cupel.image.Quoted;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inspect.xray.XrayReport.Contents;
import dev.cupel.inspect.xray.XrayReport.FindingRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One thing that an image may not be or have, as `--fail-on` names it: `size>500MB`, `efficiency<0.95`, `setuid`, `package:curl`.
/// What cannot be known fails: missing data is never a pass.
public sealed interface Gate {
    /// The ways to write one but for kinds of findings, for help texts.
    String SYNTAX_OF_LIMITS = "size>SIZE, hidden>SIZE, reclaimable>SIZE, efficiency<SHARE, packages>N, layers>N, findings>N, package:NAME, root";

    String text();

    Ruling judge(XrayReport report);

    /// Reads one; anything else is an [IllegalArgumentException] that says what there is.
    static Gate parse(String text) {
        Optional<Gate> gate = text.startsWith("package:") && text.length() > 8
                ? Optional.of(new Banned(text, text.substring(8)))
                : Limit.parse(text).or(() -> text.equals("root") ? Optional.of(new Root(text)) : Finding.parse(text));
        return gate.orElseThrow(() -> new IllegalArgumentException(Quoted.of(text) + " is no gate; there are: " + SYNTAX_OF_LIMITS + ", " + String.join(", ", Finding.KINDS)));
    }

    /// A measure beyond a limit.
    record Limit(String text, String measure, double most) implements Gate {
        private static final Pattern ABOVE = Pattern.compile("(size|hidden|reclaimable|packages|layers|findings)>(.+)");
        private static final Pattern BELOW = Pattern.compile("(efficiency)<([01](?:\\.\\d+)?)");

        private static Optional<Gate> parse(String text) {
            Matcher below = BELOW.matcher(text);
            if (below.matches()) {
                return Optional.of(new Limit(text, below.group(1), Double.parseDouble(below.group(2))));
            }
            Matcher above = ABOVE.matcher(text);
            OptionalLong limit = above.matches() ? Bytes.parse(above.group(2)) : OptionalLong.empty();
            return limit.isEmpty() ? Optional.empty() : Optional.of(new Limit(text, above.group(1), limit.getAsLong()));
        }

        @Override
        public Ruling judge(XrayReport report) {
            return switch (measure) {
                case "efficiency" -> Ruling.of(text, report.dive().efficiency() >= most, "efficiency is %.4f".formatted(report.dive().efficiency()));
                case "size" -> bytes(report.totals().bytes());
                case "hidden" -> bytes(report.reclaimable().hiddenBytes());
                case "reclaimable" -> bytes(report.reclaimable().bytes());
                case "layers" -> count(report.totals().layers(), "layers");
                case "packages" -> report.contents().map(in -> count(in.packages().size(), "packages")).orElseGet(() -> unknown(text));
                default -> report.contents().map(in -> count(in.findings().size(), "findings")).orElseGet(() -> unknown(text));
            };
        }

        private Ruling bytes(long measured) {
            return Ruling.of(text, measured <= most, measured + " bytes");
        }

        private Ruling count(int measured, String what) {
            return Ruling.of(text, measured <= most, measured + " " + what);
        }
    }

    /// A package that is banned, by its name in any ecosystem.
    record Banned(String text, String name) implements Gate {
        @Override
        public Ruling judge(XrayReport report) {
            if (report.contents().isEmpty()) {
                return unknown(text);
            }
            List<String> found = report.contents().get().packages().stream()
                    .filter(one -> one.name().equals(name))
                    .map(XrayReport.PackageRow::purl)
                    .toList();
            return Ruling.of(text, found.isEmpty(), found.isEmpty() ? "not in it" : String.join(", ", found));
        }
    }

    /// It runs as root unless it is told otherwise.
    record Root(String text) implements Gate {
        @Override
        public Ruling judge(XrayReport report) {
            String user = report.config().user();
            boolean root = user.isEmpty() || user.matches("(?:root|0+)(?::.*)?");
            return Ruling.of(text, !root, user.isEmpty() ? "no USER is set" : "the user is " + Quoted.of(user));
        }
    }

    /// Any finding of a kind.
    record Finding(String text, String kind) implements Gate {
        static final List<String> KINDS = List.of(
                "secret", "setuid", "setgid", "capability", "world-writable", "device", "empty-password", "weak-password", "expired-certificate",
                "added-root-certificate", "shell", "package-manager", "compiler", "debugger", "remote-access", "end-of-life", "near-end-of-life", "no-package-database");

        /// Plurals are understood: people write `secrets`.
        private static Optional<Gate> parse(String text) {
            return KINDS.stream()
                    .filter(kind -> text.equals(kind) || text.equals(kind + "s"))
                    .findFirst()
                    .map(kind -> new Finding(text, kind));
        }

        @Override
        public Ruling judge(XrayReport report) {
            if (report.contents().isEmpty()) {
                return unknown(text);
            }
            List<FindingRow> found = of(report.contents().get());
            String first = found.isEmpty() ? "none" : found.size() + ", the first: " + Quoted.of(found.getFirst().where());
            return Ruling.of(text, found.isEmpty(), first);
        }

        private List<FindingRow> of(Contents contents) {
            return contents.findings().stream().filter(one -> one.kind().equals(kind) || one.kind().equals("unknown-" + kind)).toList();
        }
    }

    private static Ruling unknown(String text) {
        return Ruling.of(text, false, "not known: no inventory was taken");
    }
}
