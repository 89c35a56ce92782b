package dev.cupel.inventory.cataloguer.system;

import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.facts.Tool;
import dev.cupel.inventory.facts.Tool.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Knows tools by the names of executable files in the folders of programs.
public final class Tools {
    private static final Set<String> FOLDERS = Set.of("bin", "sbin", "libexec");
    private static final Pattern VERSIONED = Pattern.compile(
            "(?:[a-z0-9_]+-linux-(?:gnu|musl)[a-z0-9]*-)?(gcc|g\\+\\+|cc|c\\+\\+|cpp|clang|clang\\+\\+|tcc|rustc|javac|gfortran)(?:-[0-9.]+)?");
    private static final Map<String, Kind> NAMES = names();
    private final RootFs root;
    private final List<Tool> found = new ArrayList<>();

    public Tools(RootFs root) {
        this.root = root;
    }

    public void look(Node node) {
        if (node.entry().isDirectory() || !FOLDERS.contains(node.path().parent().name())) {
            return;
        }
        Kind kind = NAMES.get(node.path().name());
        if (kind == null && VERSIONED.matcher(node.path().name()).matches()) {
            kind = Kind.COMPILER;
        }
        if (kind != null
                && root.follow(node.path()) instanceof Resolution.Found(Node at, var _)
                && root.contentOf(at).entry().isFile()
                && root.contentOf(at).entry().isExecutable()) {
            found.add(new Tool(node.path(), kind));
        }
    }

    public List<Tool> found() {
        return List.copyOf(found);
    }

    private static Map<String, Kind> names() {
        Map<String, Kind> names = new HashMap<>();
        put(names, Kind.SHELL, "sh bash dash ash zsh ksh mksh fish csh tcsh yash busybox pwsh nu");
        put(
                names,
                Kind.PACKAGE_MANAGER,
                "apt apt-get aptitude dpkg apk rpm yum dnf microdnf tdnf zypper pacman opkg xbps-install emerge nix nix-env brew snap flatpak"
                        + " pip pip3 pipx uv conda mamba poetry npm npx yarn pnpm corepack gem bundle composer cargo cpan cpanm luarocks");
        put(names, Kind.COMPILER, "make cmake ld as go ghc ocamlopt swiftc gnatmake ninja meson");
        put(names, Kind.DEBUGGER, "gdb gdbserver lldb strace ltrace perf bpftrace tcpdump jdb jcmd jmap jstack valgrind dlv");
        put(names, Kind.REMOTE_ACCESS, "ssh sshd scp sftp dropbear telnet telnetd rsh rlogin nc ncat netcat nc.openbsd nc.traditional socat rsync");
        put(names, Kind.DOWNLOADER, "curl wget aria2c lftp ftp tftp git svn hg");
        put(names, Kind.INIT_SYSTEM, "systemd systemctl init openrc runsv runsvdir s6-svscan supervisord tini dumb-init");
        put(names, Kind.BECOMING_ROOT, "sudo su doas pkexec");
        return Map.copyOf(names);
    }

    private static void put(Map<String, Kind> names, Kind kind, String words) {
        List.of(words.split(" ")).forEach(word -> names.put(word, kind));
    }
}
