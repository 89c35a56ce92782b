package dev.cupel.lint.image;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Resolution;
import java.util.List;
import java.util.stream.Stream;

/// Programs that a running image does not need and an intruder does.
final class ProgramChecks {
    private static final List<String> FOLDERS = List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");
    private static final List<String> PACKAGE_MANAGERS =
            List.of("apt-get", "dpkg", "apk", "dnf", "microdnf", "yum", "zypper", "rpm", "pacman", "opkg", "pip", "pip3", "npm", "gem");
    private static final List<String> WORKSHOP = List.of(
            "gcc", "cc", "g++", "clang", "make", "ld", "gdb", "strace", "ltrace", "tcpdump", "nmap", "nc", "ncat", "netcat", "socat", "telnet", "ssh", "sshd");

    private ProgramChecks() {}

    static void packageManagers(ImageSubject image, ImageFindings findings) {
        report("CUP2004", PACKAGE_MANAGERS, image, findings);
    }

    static void workshop(ImageSubject image, ImageFindings findings) {
        report("CUP2010", WORKSHOP, image, findings);
    }

    private static void report(String rule, List<String> programs, ImageSubject image, ImageFindings findings) {
        List<ImagePath> found = programs.stream().flatMap(name -> places(image, name)).toList();
        if (!found.isEmpty()) {
            findings.at(rule, found.getFirst(), String.join(", ", found.stream().map(ImagePath::name).distinct().toList()));
        }
    }

    private static Stream<ImagePath> places(ImageSubject image, String name) {
        return FOLDERS.stream()
                .map(folder -> ImagePath.of(folder).child(name))
                .filter(path -> image.root().follow(path) instanceof Resolution.Found(var node, var _) && node.entry().isExecutable() && !node.entry().isDirectory())
                .limit(1);
    }
}
