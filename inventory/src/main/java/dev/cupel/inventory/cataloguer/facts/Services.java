package dev.cupel.inventory.cataloguer.facts;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.facts.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What init systems would start: units of systemd, scripts of System V and OpenRC, programs of supervisord.
public record Services(RootFs root) {
    private static final int MOST_BYTES = 1 << 20;
    private static final ImagePath UNITS_OF_ADMINISTRATOR = ImagePath.of("/etc/systemd/system");
    private static final Pattern START = Pattern.compile("(?m)^ExecStart=[-@:+!]*(.+)$");
    private static final Pattern PROGRAM = Pattern.compile("(?m)^\\[program:([^\\]]+)](?s:(.*?))(?=^\\[|\\z)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^command\\s*=\\s*(.+)$");

    public List<Service> find() throws IOException {
        List<Service> found = new ArrayList<>();
        systemd(found);
        scripts(found);
        for (String folder : List.of("/etc/supervisor", "/etc/supervisor/conf.d", "/etc/supervisord.d", "/etc")) {
            for (Node file : root.children(ImagePath.of(folder))) {
                boolean own = folder.contains("supervisor") || file.path().name().startsWith("supervisord");
                if (own && (file.path().name().endsWith(".conf") || file.path().name().endsWith(".ini"))) {
                    supervised(file, found);
                }
            }
        }
        return found;
    }

    private void systemd(List<Service> found) throws IOException {
        Set<String> enabled = new HashSet<>();
        for (Node wants : root.children(UNITS_OF_ADMINISTRATOR)) {
            if (wants.path().name().endsWith(".wants")) {
                root.children(wants.path()).forEach(link -> enabled.add(link.path().name()));
            }
        }
        Set<String> seen = new HashSet<>();
        for (String folder : List.of(UNITS_OF_ADMINISTRATOR.text(), "/usr/lib/systemd/system", "/lib/systemd/system")) {
            for (Node file : root.children(ImagePath.of(folder))) {
                String name = file.path().name();
                if (name.endsWith(".service") && file.entry().isFile() && seen.add(name)) {
                    Matcher start = START.matcher(text(file));
                    found.add(new Service(
                            file.path(), "systemd", name.replaceFirst("\\.service$", ""), start.find() ? start.group(1) : "", enabled.contains(name)));
                }
            }
        }
    }

    private void scripts(List<Service> found) throws IOException {
        Set<String> enabled = new HashSet<>();
        for (String level : List.of("2", "3", "4", "5")) {
            root.children(ImagePath.of("/etc/rc" + level + ".d")).stream()
                    .map(link -> link.path().name())
                    .filter(name -> name.matches("S\\d\\d.+"))
                    .forEach(name -> enabled.add(name.substring(3)));
        }
        for (Node level : root.children(ImagePath.of("/etc/runlevels"))) {
            root.children(level.path()).forEach(link -> enabled.add(link.path().name()));
        }
        for (Node file : root.children(ImagePath.of("/etc/init.d"))) {
            if (file.entry().isFile() && file.entry().isExecutable()) {
                String manager = text(file).startsWith("#!/sbin/openrc-run") ? "openrc" : "sysv";
                found.add(new Service(file.path(), manager, file.path().name(), file.path() + " start", enabled.contains(file.path().name())));
            }
        }
    }

    private void supervised(Node file, List<Service> found) throws IOException {
        Matcher program = PROGRAM.matcher(text(file));
        while (program.find()) {
            Matcher command = COMMAND.matcher(program.group(2));
            boolean automatic = !program.group(2).matches("(?sm).*^autostart\\s*=\\s*false.*");
            found.add(new Service(file.path(), "supervisor", program.group(1), command.find() ? command.group(1).strip() : "", automatic));
        }
    }

    private String text(Node file) throws IOException {
        return root.read(file.path(), MOST_BYTES).map(NameBytes::text).orElse("");
    }
}
