package dev.cupel.lint.image;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.lint.check.LabelValues;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the image's configuration says.
final class ConfigChecks {
    private static final String OCI = "org.opencontainers.image.";
    private static final Pattern FILE = Pattern.compile("(?:oci|oci-archive|docker-archive|dir):.*");
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");
    private static final Set<String> SUPERVISORS =
            Set.of("supervisord", "systemd", "init", "openrc-init", "runit", "runsvdir", "runsvdir-start", "s6-svscan", "monit", "pm2", "pm2-runtime", "foreman");
    private static final Set<ImagePath> OF_KERNEL = Set.of(ImagePath.of("/proc"), ImagePath.of("/sys"), ImagePath.of("/dev"));
    private static final int FIRST_FREE_PORT = 1024;
    private static final int OLD_MONTHS = 6;
    private static final int FIRST_YEAR = 2013;

    private ConfigChecks() {}

    static void name(ImageSubject image, ImageFindings findings) {
        String reference = image.reference();
        String last = reference.substring(reference.lastIndexOf('/') + 1);
        if (!FILE.matcher(reference).matches() && !reference.contains("@")) {
            findings.inConfig("CIS-DI-0005", "name", reference);
            if (last.endsWith(":latest") || !last.contains(":")) {
                findings.inConfig("DL3007", "name", reference);
            }
        }
    }

    static void health(ImageSubject image, ImageFindings findings) {
        if (image.config().healthCheck().isEmpty()) {
            findings.inConfig("DL3057", "Healthcheck", "");
        }
    }

    static void command(ImageSubject image, ImageFindings findings) {
        ImageConfig config = image.config();
        String key = config.entrypoint().isEmpty() ? "Cmd" : "Entrypoint";
        List<String> run = Stream.concat(config.entrypoint().stream(), config.command().stream()).toList();
        boolean shell = run.size() == 3 && SHELLS.contains(base(run.get(0))) && run.get(1).startsWith("-") && run.get(1).endsWith("c");
        String text = shell ? run.get(2).strip() : "";
        boolean replaced = text.startsWith("exec ");
        if (shell && !replaced) {
            findings.inConfig("CUP2008", key, text);
        }
        String first = shell ? (replaced ? text.substring("exec ".length()) : text).strip().split(" ", 2)[0] : run.stream().findFirst().orElse("");
        if (SUPERVISORS.contains(base(first)) || text.contains(" & ")) {
            findings.inConfig("CUP2016", key, shell ? text : String.join(" ", run));
        }
    }

    private static String base(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
    }

    static void volumesAndPorts(ImageSubject image, ImageFindings findings) {
        image.config().volumes().stream()
                .filter(volume -> volume.startsWith("/") && volume.indexOf('\0') < 0 && OF_KERNEL.stream().anyMatch(ImagePath.of(volume)::isWithin))
                .forEach(volume -> findings.inConfig("CUP1022", "Volumes", volume));
        for (String port : image.config().exposedPorts()) {
            if (port.equals("22") || port.equals("22/tcp")) {
                findings.inConfig("CUP2011", "ExposedPorts", port);
            }
            int digits = 0;
            while (digits < port.length() && port.charAt(digits) >= '0' && port.charAt(digits) <= '9') {
                digits++;
            }
            if (digits > 0 && digits < 5 && Integer.parseInt(port.substring(0, digits)) < FIRST_FREE_PORT) {
                findings.inConfig("CUP2024", "ExposedPorts", port);
            }
        }
    }

    /// Labels, and the manifest's annotations: builders write either.
    static void annotations(ImageSubject image, ImageFindings findings) {
        Map<String, String> given = new TreeMap<>(image.opened().image().annotations());
        given.putAll(image.config().labels());
        List<String> missing = Stream.of("source", "version", "revision", "licenses").filter(key -> !given.containsKey(OCI + key)).toList();
        if (!missing.isEmpty()) {
            findings.inConfig("CUP2003", "Labels", String.join(", ", missing));
        }
        given.forEach((key, value) -> LabelValues.breach(key, value, image.labels()).ifPresent(rule -> findings.inConfig(rule, "Labels", key)));
        image.labels().keySet().stream()
                .filter(key -> !given.containsKey(key))
                .forEach(key -> findings.inConfig("DL3049", "Labels", key));
    }

    /// Builders that make the same bytes twice write a year long gone; that is no age.
    static void age(ImageSubject image, ImageFindings findings) {
        try {
            LocalDate made = OffsetDateTime.parse(image.config().created()).toLocalDate();
            if (made.getYear() >= FIRST_YEAR && made.plusMonths(OLD_MONTHS).isBefore(image.today())) {
                findings.inConfig("CUP2025", "created", made.toString());
            }
        } catch (DateTimeParseException e) {
            return; // many images have no time at all
        }
    }
}
