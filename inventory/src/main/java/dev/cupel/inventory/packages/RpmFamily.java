package dev.cupel.inventory.packages;

import dev.cupel.inventory.distribution.Distribution;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Distributions of rpm packages that call one another's builds their own: what rebuilds Red Hat's sources is one family, and an
/// image that moved from one to another has packages of both.
enum RpmFamily {
    ENTERPRISE("rhel|centos|almalinux|rocky|ol|scientific|cloudlinux|eurolinux", "Red Hat|CentOS|AlmaLinux|Rocky|Oracle|Scientific Linux|CloudLinux|EuroLinux", "\\.(?:el|module[+_]el)[0-9]"),
    FEDORA("fedora", "Fedora Project", "\\.fc[0-9]"),
    AMAZON("amzn", "Amazon", "\\.amzn[0-9]"),
    SUSE("sle[sd]|sle[-_].*|suse.*|opensuse.*", "SUSE|openSUSE|obs://build\\.(?:suse|opensuse)", ""),
    PHOTON("photon", "VMware|Broadcom", "\\.ph[0-9]"),
    AZURE("azurelinux|mariner", "Microsoft", "\\.(?:azl|cm)[0-9]"),
    OPEN_EULER("openEuler", "http://openeuler|openEuler", "\\.oe[0-9]"),
    MAGEIA("mageia", "Mageia", "\\.mga[0-9]");

    private final Pattern ids;
    private final Pattern vendors;
    private final Optional<Pattern> builds;

    /// @param ids of its distributions
    /// @param vendors how its vendors' names begin
    /// @param builds what the releases of its builds bear; empty where they bear nothing
    RpmFamily(String ids, String vendors, String builds) {
        this.ids = Pattern.compile(ids);
        this.vendors = Pattern.compile("(?i)" + vendors);
        this.builds = builds.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(builds));
    }

    static Optional<RpmFamily> of(Distribution distribution) {
        return Arrays.stream(values()).filter(one -> one.ids.matcher(distribution.id()).matches()).findFirst();
    }

    boolean owns(String vendor) {
        return vendors.matcher(vendor).lookingAt();
    }

    /// Whether some other family's vendor bears the name.
    boolean isRivals(String vendor) {
        return !owns(vendor) && Arrays.stream(values()).anyMatch(one -> one.owns(vendor));
    }

    /// Whether a version looks like one of its builds; it does where builds bear nothing that tells.
    boolean builtLike(String version) {
        return builds.map(mark -> mark.matcher(version).find()).orElse(true);
    }
}
