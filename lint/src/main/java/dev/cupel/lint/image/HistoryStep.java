package dev.cupel.lint.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One entry of an image's history as the instruction that made it: of BuildKit (`RUN |1 A=b /bin/sh -c … # buildkit`) or of the classic
/// builder (`/bin/sh -c …`, `/bin/sh -c #(nop) ADD …`).
///
/// @param name of the instruction; empty if that is not known
/// @param rest what follows it
record HistoryStep(String name, String rest) {
    private static final Pattern NOP = Pattern.compile("(?s)/bin/sh -c #\\(nop\\)\\s+([A-Z]+)\\s*(.*)");
    private static final Pattern RUN = Pattern.compile("(?s)(?:RUN )?(?:\\|\\d+ .*?)?(?:/bin/(?:ba|a)?sh|/busybox/sh)(?: -[a-z]+| pipefail)* -[a-z]*c (.*)");
    private static final Pattern NAMED = Pattern.compile("(?s)([A-Z]+) (.*)");

    static HistoryStep of(String createdBy) {
        String text = createdBy.replaceFirst("\\s+# buildkit$", "").strip();
        Matcher nop = NOP.matcher(text);
        if (nop.matches()) {
            return new HistoryStep(nop.group(1), nop.group(2));
        }
        Matcher run = RUN.matcher(text);
        if (run.matches()) {
            return new HistoryStep("RUN", run.group(1));
        }
        Matcher named = NAMED.matcher(text);
        return named.matches() ? new HistoryStep(named.group(1), named.group(2)) : new HistoryStep("", text);
    }
}
