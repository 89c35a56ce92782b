package dev.cupel.inventory.perl;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `perllocal.pod`: what `make install` added, one after the other. The last version of a module is the one that is there.
///
/// @param versions by module, such as `JSON::PP`
public record InstallationLog(SortedMap<String, String> versions) {
    private static final Pattern MODULE = Pattern.compile("^=head2 .*C<Module> L<([\\w:]{1,200})(?:\\|[\\w:]{1,200})?>.*$");
    private static final Pattern VERSION = Pattern.compile("^C<VERSION: ([\\w.+-]{1,80})>$");

    public InstallationLog {
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    }

    public static InstallationLog read(String text) {
        TreeMap<String, String> versions = new TreeMap<>();
        String module = "";
        for (String line : (Iterable<String>) text.lines()::iterator) {
            Matcher head = MODULE.matcher(line.length() > 1000 ? "" : line);
            Matcher version = VERSION.matcher(line.length() > 1000 ? "" : line.strip());
            if (head.matches()) {
                module = head.group(1);
            } else if (version.matches() && !module.isEmpty()) {
                versions.put(module, version.group(1));
            }
        }
        return new InstallationLog(versions);
    }
}
