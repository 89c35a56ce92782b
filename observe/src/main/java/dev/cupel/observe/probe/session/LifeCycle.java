package dev.cupel.observe.probe.session;

import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.observe.probe.transcript.Ask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The turns of a container's life after probing: reload where the program is known to take it, stop with the image's own
/// signal, start again on the same volumes. Whoever runs the container performs them and adds the exchanges to the transcript.
///
/// @param reloadSignal empty where the program is not known: SIGHUP ends whoever does not handle it
/// @param stopSignal such as `SIGTERM`
public record LifeCycle(Optional<String> reloadSignal, String stopSignal, boolean secondStart) {
    // Programs that document SIGHUP as "read your configuration again".
    private static final List<String> RELOAD_ON_HANGUP = List.of(
            "nginx", "httpd", "apache2", "apachectl", "apache2ctl", "apache2-foreground", "httpd-foreground", "haproxy", "postgres", "mysqld", "mariadbd",
            "supervisord", "gunicorn", "prometheus", "dnsmasq", "sshd", "vsftpd", "squid", "named", "unbound", "traefik");
    private static final Map<String, String> RELOAD_OTHERWISE = Map.of("php-fpm", "SIGUSR2");

    /// What the image's command suggests.
    public static LifeCycle of(ImageConfig config) {
        Optional<String> program = Stream.of(config.entrypoint(), config.command())
                .flatMap(List::stream)
                .map(word -> word.substring(word.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .filter(word -> RELOAD_ON_HANGUP.contains(word) || RELOAD_OTHERWISE.containsKey(word))
                .findFirst();
        return new LifeCycle(program.map(name -> RELOAD_OTHERWISE.getOrDefault(name, "SIGHUP")),
                config.stopSignal().isEmpty() ? "SIGTERM" : config.stopSignal(), true);
    }

    /// The turns as questions, in order.
    public List<Ask.Turn> turns() {
        return Stream.of(
                        reloadSignal.map(signal -> new Ask.Turn("reload", signal)),
                        Optional.of(new Ask.Turn("stop", stopSignal)),
                        Optional.of(new Ask.Turn("second start", "")).filter(_ -> secondStart))
                .flatMap(Optional::stream)
                .toList();
    }
}
