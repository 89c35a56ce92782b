package dev.cupel.inventory.python;

import java.util.Locale;

/// What `pyvenv.cfg` says: where the interpreter's own folder is, and whether that one's packages count too.
///
/// @param home folder of the interpreter that the environment was made from; empty if the file has none
public record VirtualEnvironment(String home, boolean systemPackages) {
    private static final int MOST_LINES = 1000;

    public static VirtualEnvironment read(String text) {
        String home = "";
        boolean system = false;
        for (String line : text.lines().limit(MOST_LINES).toList()) {
            int equals = line.indexOf('=');
            String key = equals < 0 ? "" : line.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(equals + 1).strip();
            if (key.equals("home")) {
                home = value;
            } else if (key.equals("include-system-site-packages")) {
                system = value.equalsIgnoreCase("true");
            }
        }
        return new VirtualEnvironment(home, system);
    }
}
