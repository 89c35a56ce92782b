package dev.cupel.inspect.diff;

import dev.cupel.inventory.catalog.Ecosystem;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Orders versions as dpkg does (deb-version(7)): epoch first, then runs of text and of digits in turn, `~` before everything. In other
/// ecosystems what comes before a release stands behind a hyphen (semver 2.0, section 11) or is told by a word (PEP 440, Maven, RubyGems);
/// it is given the `~` first.
record VersionOrder(Ecosystem ecosystem) implements Comparator<String> {
    private static final Set<Ecosystem> SEMANTIC = EnumSet.of(Ecosystem.NODE, Ecosystem.GO, Ecosystem.RUST, Ecosystem.PHP, Ecosystem.DOTNET);
    private static final Pattern EARLY = Pattern.compile(
            "(?i)(?<![a-z])[-._]?((?:alpha|beta|cr|rc|pre|preview|dev|snapshot|milestone|ea)(?![a-z])|[abcm](?=[0-9]))");

    @Override
    public int compare(String one, String other) {
        if (!ecosystem.isOfSystem()) {
            return parts(marked(one), marked(other));
        }
        int epochs = Long.compare(epoch(one), epoch(other));
        return epochs != 0 ? epochs : withoutEpoch(one.substring(one.indexOf(':') + 1), other.substring(other.indexOf(':') + 1));
    }

    private String marked(String version) {
        boolean semantic = SEMANTIC.contains(ecosystem);
        return semantic ? version.replaceFirst("-", "~").replace('-', '.') : EARLY.matcher(version).replaceAll("~$1");
    }

    /// What stands behind the last hyphen is the revision; it counts only where the rest is the same.
    private static int withoutEpoch(String one, String other) {
        int a = one.lastIndexOf('-');
        int b = other.lastIndexOf('-');
        int upstream = parts(a < 0 ? one : one.substring(0, a), b < 0 ? other : other.substring(0, b));
        return upstream != 0 ? upstream : parts(a < 0 ? "" : one.substring(a + 1), b < 0 ? "" : other.substring(b + 1));
    }

    private static long epoch(String version) {
        int colon = version.indexOf(':');
        boolean number = colon > 0 && colon < 10 && version.substring(0, colon).chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(version.substring(0, colon)) : 0;
    }

    private static int parts(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() || j < other.length()) {
            while (isText(one, i) || isText(other, j)) {
                int order = Integer.compare(weight(one, i), weight(other, j));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
            int endOne = digitsEnd(one, i);
            int endOther = digitsEnd(other, j);
            int order = numbers(one.substring(Math.min(i, one.length()), endOne), other.substring(Math.min(j, other.length()), endOther));
            if (order != 0) {
                return order;
            }
            i = endOne;
            j = endOther;
        }
        return 0;
    }

    private static int numbers(String one, String other) {
        String a = one.replaceFirst("^0+", "");
        String b = other.replaceFirst("^0+", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static boolean isText(String version, int at) {
        return at < version.length() && !isDigit(version.charAt(at));
    }

    private static int digitsEnd(String version, int from) {
        int end = Math.min(from, version.length());
        while (end < version.length() && isDigit(version.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// Letters before other characters, `~` even before the end.
    private static int weight(String version, int at) {
        if (at >= version.length() || isDigit(version.charAt(at))) {
            return 0;
        }
        char c = version.charAt(at);
        return c == '~' ? -1 : Character.isLetter(c) ? c : c + 256;
    }
}
