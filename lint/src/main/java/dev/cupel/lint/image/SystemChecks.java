package dev.cupel.lint.image;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.distribution.Lifecycle;
import dev.cupel.inventory.distribution.Lifecycles;
import dev.cupel.inventory.facts.CertificateFact;
import dev.cupel.inventory.facts.ScheduledJob;
import dev.cupel.inventory.facts.Service;
import dev.cupel.inventory.facts.SpecialFile;
import dev.cupel.inventory.facts.Tool;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the inventory says of the system in the image.
final class SystemChecks {
    private static final Set<String> SSH_SERVERS = Set.of("sshd", "dropbear");
    private static final Set<Tool.Kind> WORKSHOP =
            Set.of(Tool.Kind.COMPILER, Tool.Kind.DEBUGGER, Tool.Kind.REMOTE_ACCESS, Tool.Kind.DOWNLOADER);

    private SystemChecks() {}

    static void special(ImageSubject image, ImageFindings findings) {
        for (SpecialFile file : image.facts().special()) {
            String what = String.format(Locale.ROOT, "mode %04o, owner %d:%d", file.mode(), file.uid(), file.gid());
            file.privileges().stream()
                    .map(privilege -> switch (privilege) {
                        case SETUID, SETGID -> "CIS-DI-0008";
                        case CAPABILITY -> "CUP2013";
                        case WORLD_WRITABLE -> "CUP2002";
                        case DEVICE -> "CUP2014";
                    })
                    .distinct()
                    .forEach(rule -> findings.at(rule, file.path(), what));
        }
    }

    static void tools(ImageSubject image, ImageFindings findings) {
        Predicate<Tool> server = tool -> SSH_SERVERS.contains(tool.path().name());
        told("CUP1020", image, server, findings);
        told("CUP2004", image, tool -> tool.kind() == Tool.Kind.PACKAGE_MANAGER, findings);
        told("CUP2010", image, tool -> WORKSHOP.contains(tool.kind()) && !server.test(tool), findings);
        told("CUP2017", image, tool -> tool.kind() == Tool.Kind.BECOMING_ROOT, findings);
        told("CUP2018", image, tool -> tool.kind() == Tool.Kind.SHELL, findings);
    }

    /// All in one finding: which of them there are is one decision.
    private static void told(String rule, ImageSubject image, Predicate<Tool> which, ImageFindings findings) {
        List<ImagePath> paths = image.facts().tools().stream().filter(which).map(Tool::path).toList();
        if (!paths.isEmpty()) {
            findings.at(rule, paths.getFirst(), String.join(", ", paths.stream().map(ImagePath::name).distinct().toList()));
        }
    }

    static void certificates(ImageSubject image, ImageFindings findings) {
        for (CertificateFact one : image.facts().certificates()) {
            if (one.addedRoot()) {
                findings.at("CUP2019", one.file(), one.subject());
            }
            LocalDate last = one.notAfter().atOffset(ZoneOffset.UTC).toLocalDate();
            if (last.isBefore(image.today())) {
                findings.at("CUP2020", one.file(), one.subject() + ", on " + last);
            }
        }
    }

    static void starters(ImageSubject image, ImageFindings findings) {
        Stream<ImagePath> jobs = image.facts().jobs().stream().map(ScheduledJob::file);
        Stream<ImagePath> services = image.facts().services().stream().filter(Service::enabled).map(Service::file);
        List<ImagePath> files = Stream.concat(jobs, services).distinct().toList();
        if (!files.isEmpty()) {
            findings.at("CUP2022", files.getFirst(), String.join(", ", files.stream().map(ImagePath::name).distinct().toList()));
        }
    }

    static void distribution(ImageSubject image, ImageFindings findings) {
        ImagePath release = ImagePath.of("/etc/os-release");
        image.inventory().distribution().ifPresent(distribution -> {
            if (!image.inventory().systemDatabase()) {
                findings.at("CUP2021", release, name(distribution));
            }
            if (Lifecycles.load().of(distribution) instanceof Lifecycle.Ends(LocalDate end, var _) && end.isBefore(image.today())) {
                findings.at("CUP1021", release, name(distribution) + ", since " + end);
            }
        });
    }

    private static String name(Distribution distribution) {
        return distribution.prettyName().isEmpty() ? distribution.id() + " " + distribution.versionId() : distribution.prettyName();
    }
}
