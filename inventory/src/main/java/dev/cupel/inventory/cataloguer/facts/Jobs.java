package dev.cupel.inventory.cataloguer.facts;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.facts.ScheduledJob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What cron would run: tables of the system and of users, and the folders of scripts (cron(8) of Debian, BusyBox crond).
public record Jobs(RootFs root) {
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern TIME = Pattern.compile("(@\\w+|(?:[\\d*,/A-Za-z-]+[ \\t]+){4}[\\d*,/A-Za-z-]+)[ \\t]+(\\S.*)");
    private static final List<String> PERIODS = List.of("hourly", "daily", "weekly", "monthly");

    public List<ScheduledJob> find() throws IOException {
        List<ScheduledJob> found = new ArrayList<>();
        table(ImagePath.of("/etc/crontab"), "", found);
        for (Node file : root.children(ImagePath.of("/etc/cron.d"))) {
            table(file.path(), "", found);
        }
        for (String folder : List.of("/var/spool/cron/crontabs", "/etc/crontabs", "/var/spool/cron")) {
            for (Node file : root.children(ImagePath.of(folder))) {
                table(file.path(), file.path().name(), found);
            }
        }
        for (String period : PERIODS) {
            scripts(ImagePath.of("/etc/cron." + period), period, found);
            scripts(ImagePath.of("/etc/periodic/" + period), period, found);
        }
        scripts(ImagePath.of("/etc/periodic/15min"), "15min", found);
        return found;
    }

    /// @param user whose table it is; empty for one of the system, where each line names the user
    private void table(ImagePath file, String user, List<ScheduledJob> found) throws IOException {
        for (String line : root.read(file, MOST_BYTES).map(NameBytes::text).orElse("").lines().toList()) {
            Matcher job = TIME.matcher(line.strip());
            if (!line.startsWith("#") && job.matches()) {
                String command = job.group(2);
                int blank = command.indexOf(' ');
                if (!user.isEmpty()) {
                    found.add(new ScheduledJob(file, job.group(1), user, command));
                } else if (blank > 0) {
                    found.add(new ScheduledJob(file, job.group(1), command.substring(0, blank), command.substring(blank).strip()));
                }
            }
        }
    }

    private void scripts(ImagePath folder, String period, List<ScheduledJob> found) {
        for (Node file : root.children(folder)) {
            if (file.entry().isFile() && file.entry().isExecutable()) {
                found.add(new ScheduledJob(file.path(), period, "root", file.path().text()));
            }
        }
    }
}
