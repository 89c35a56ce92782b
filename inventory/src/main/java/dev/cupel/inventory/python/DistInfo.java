package dev.cupel.inventory.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an installed distribution says of itself in `METADATA` (or an egg's `PKG-INFO`).
///
/// @param name as written, empty if the text has none; see [#normalName]
/// @param licences its expression, else what the free field says, else what the classifiers say, which are the vaguest
/// @param requires normal names of what it asks for, with extras and under conditions too, in order, once each
public record DistInfo(String name, String version, List<String> licences, List<String> requires) {
    private static final int MOST_CHARACTERS = 4 << 20;
    private static final Pattern REQUIREMENT = Pattern.compile("\\s*([A-Za-z0-9][A-Za-z0-9._-]*)");

    public DistInfo {
        licences = List.copyOf(licences);
        requires = List.copyOf(requires);
    }

    /// Reads the head of the text; the description behind the first empty line is left alone.
    public static DistInfo read(String metadata) {
        String head = metadata.substring(0, Math.min(metadata.length(), MOST_CHARACTERS));
        String name = "";
        String version = "";
        MetadataLicences licences = new MetadataLicences();
        List<String> requires = new ArrayList<>();
        for (String line : Arrays.asList(head.split("\r?\n"))) {
            if (line.isEmpty()) {
                break;
            }
            licences.look(line);
            if (line.startsWith("Name:") && name.isEmpty()) {
                name = line.substring(5).strip();
            } else if (line.startsWith("Version:") && version.isEmpty()) {
                version = line.substring(8).strip();
            } else if (line.startsWith("Requires-Dist:")) {
                Matcher requirement = REQUIREMENT.matcher(line.substring(14));
                if (requirement.lookingAt()) {
                    requires.add(normalName(requirement.group(1)));
                }
            }
        }
        return new DistInfo(name, version, licences.told(), requires.stream().distinct().toList());
    }

    /// The form in which names are compared: lower case, runs of `-`, `_` and `.` as one `-`.
    public static String normalName(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }
}
