package dev.cupel.inventory.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How many files a package came with, as a record tells that was cut down to what is left of it: its list names the rest only, and
/// tells no more how much there was. Package managers and scanners pass over the fields in which it stands.
public enum CameWith {
    DPKG("Cupel-Files", ": ", "Package:"),
    /// apk passes over small letters that it does not know, but only before the fields of its own database (`q`, `F`…).
    APK("x", ":", "P:");

    private static final int MOST = 10_000_000;
    private final String field;
    private final String separator;
    private final String behind;

    CameWith(String field, String separator, String behind) {
        this.field = field;
        this.separator = separator;
        this.behind = behind;
    }

    /// The lines of a record with one that tells the number, instead of any that told one before.
    public List<String> told(List<String> record, int files) {
        List<String> lines = new ArrayList<>();
        for (String line : record) {
            if (!line.startsWith(field + ":")) {
                lines.add(line);
            }
            if (line.startsWith(behind)) {
                lines.add(field + separator + files);
            }
        }
        return lines;
    }

    String field() {
        return field;
    }

    /// The number that the field's value tells; 0 where there is none that could be true.
    static int read(Optional<String> value) {
        return value.filter(text -> text.length() <= 8 && text.matches("[0-9]+")).map(Integer::valueOf).filter(one -> one <= MOST).orElse(0);
    }
}
