package dev.cupel.inventory.catalog;

import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which build of which module a package of the Red Hat family is of, as rpm's `MODULARITYLABEL` (tag 5096) says it:
/// `nodejs:18:8090020231106:abcd1234`, which is name, stream, and mostly version and context. Package URLs have it as `rpmmod`, as syft
/// writes it.
public final class ModuleLabel {
    /// The qualifier in package URLs.
    public static final String QUALIFIER = "rpmmod";

    private static final Pattern LABEL = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._+-]{0,99}:[A-Za-z0-9][A-Za-z0-9._+-]{0,99})(?::[A-Za-z0-9._+-]{0,99}){0,2}");

    private ModuleLabel() {}

    /// The module and its stream, `nodejs:18`; empty outside of modules, and where nobody tells.
    public static Optional<String> stream(PackageUrl url) {
        Matcher label = LABEL.matcher(url.qualifiers().getOrDefault(QUALIFIER, ""));
        return label.matches() ? Optional.of(label.group(1)) : Optional.empty();
    }

    /// The URL of a package with a label; unchanged if the text is none, or the URL has one.
    public static PackageUrl in(PackageUrl url, String label) {
        if (!url.type().equals(Ecosystem.RPM.urlType()) || stream(url).isPresent() || !LABEL.matcher(label).matches()) {
            return url;
        }
        TreeMap<String, String> qualifiers = new TreeMap<>(url.qualifiers());
        qualifiers.put(QUALIFIER, label);
        return new PackageUrl(url.type(), url.namespace(), url.name(), url.version(), qualifiers);
    }
}
