package dev.cupel.slim.option;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Quoted;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.inventory.packages.OsPackage;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Turns `--keep` options into needs. An option that matches nothing in the image is a mistake that the user must hear of.
public final class AskedNeeds {
    private static final String DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final List<String> SHELLS = List.of("sh", "bash", "ash", "busybox");
    private static final List<String> SHELL_TOOLS = List.of(
            "cat", "ls", "cp", "mv", "rm", "mkdir", "chmod", "chown", "date", "env", "id", "sleep", "head", "tail", "grep", "sed",
            "awk", "find", "xargs", "sort", "tr", "cut", "wc", "ps");
    private static final List<String> CERTIFICATES =
            List.of("/etc/ssl", "/etc/pki", "/etc/ca-certificates", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates");
    private static final List<String> TIME_ZONES =
            List.of("/usr/share/zoneinfo", "/etc/localtime", "/etc/timezone", "/usr/lib/zoneinfo");

    private final AnalysisContext context;

    public AskedNeeds(AnalysisContext context) {
        this.context = context;
    }

    /// The needs of all options. A [CupelException] of fault USAGE names the first option that matches nothing.
    public List<Need> of(List<KeepOption> options) {
        return options.stream().flatMap(this::of).toList();
    }

    private Stream<Need> of(KeepOption option) {
        return switch (option) {
            case KeepOption.Paths(PathPattern pattern) -> matched(pattern);
            case KeepOption.WholePackage(String name) -> packaged(name);
            case KeepOption.Program(String name) -> programs(List.of(name), "--keep exe:" + name, true);
            case KeepOption.Shell() ->
                Stream.concat(programs(SHELLS, "--keep shell", true), programs(SHELL_TOOLS, "--keep shell", false));
            case KeepOption.Certificates() -> trees(CERTIFICATES, "--keep certs");
            case KeepOption.TimeZones() -> trees(TIME_ZONES, "--keep tz");
        };
    }

    private Stream<Need> matched(PathPattern pattern) {
        Reason reason = new Reason.Asked("--keep " + pattern.text());
        if (pattern.isLiteral()) {
            // A literal may lead through links; locate follows them as the user would.
            ImagePath path = ImagePath.of(pattern.text());
            return context.root().locate(path) instanceof Resolution.Found
                    ? Stream.of(Need.tree(path, reason))
                    : nothing("--keep " + pattern.text(), "no path");
        }
        List<Need> needs = context.root()
                .walk()
                .filter(node -> pattern.matches(node.path()))
                .map(node -> Need.of(node.path(), reason))
                .toList();
        return needs.isEmpty() ? nothing("--keep " + pattern.text(), "no path") : needs.stream();
    }

    private Stream<Need> packaged(String name) {
        Reason reason = new Reason.Asked("--keep pkg:" + name);
        return context.packages()
                .named(name)
                .map(OsPackage::files)
                .map(files -> files.stream().map(file -> Need.of(file, reason)))
                .orElseGet(() -> nothing("--keep pkg:" + name, "no installed package"));
    }

    private Stream<Need> programs(List<String> names, String option, boolean demanded) {
        List<Need> needs = new ArrayList<>();
        for (String name : names) {
            for (String directory : context.config().variable("PATH").orElse(DEFAULT_PATH).split(":")) {
                ImagePath path = ImagePath.of(directory + "/" + name);
                if (context.root().follow(path) instanceof Resolution.Found) {
                    needs.add(Need.of(path, new Reason.Asked(option)));
                }
            }
        }
        return needs.isEmpty() && demanded ? nothing(option, "no program on its PATH") : needs.stream();
    }

    private static Stream<Need> trees(List<String> paths, String option) {
        return paths.stream().map(path -> Need.tree(ImagePath.of(path), new Reason.Asked(option)));
    }

    private static Stream<Need> nothing(String option, String what) {
        throw new CupelException(
                Fault.USAGE,
                Quoted.of(option) + " matches nothing: the image has " + what + " of that name.",
                "Check the spelling with `cupel explain IMAGE PATH`, or leave the option out.");
    }
}
