package dev.cupel.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/// Sizes and times as people read them.
public final class Words {
    private Words() {}

    /// Decimal units, as `docker images` prints them: `143 MB`, `9.8 MB`, `512 B`.
    public static String size(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        String units = "kMGT";
        double value = bytes;
        int unit = -1;
        do {
            value /= 1000;
            unit++;
        } while (value >= 999.5 && unit < units.length() - 1);
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f %cB" : "%.0f %cB", value, units.charAt(unit));
    }

    /// `0.4 s`, `12.3 s`, `2 min 5 s`.
    public static String time(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /// `just now`, `5 minutes ago`, `3 hours ago`, `12 days ago`.
    public static String age(Duration since) {
        long minutes = since.toMinutes();
        if (minutes < 2) {
            return "just now";
        }
        return minutes < 120 ? minutes + " minutes ago" : minutes < 48 * 60 ? minutes / 60 + " hours ago" : minutes / 1440 + " days ago";
    }

    /// How much smaller `after` is: `−89.2 %`.
    public static String cut(long before, long after) {
        return before == 0 ? "–" : String.format(Locale.ROOT, "−%.1f %%", 100.0 * (before - after) / before);
    }
}
