package dev.cupel.observe.probe.protocol;

import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Login;
import dev.cupel.observe.probe.transcript.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What each service is asked when the user did not say: what its clients do on an ordinary day, and one mistake, because
/// error messages come from files too. What is made is removed again.
public final class CustomaryTalk {
    private static final Map<Service, List<String>> LINES = Map.of(
            Service.MEMCACHED, List.of("version", "set cupel 0 60|probe", "get cupel", "append cupel 0 60|s", "get cupel", "delete cupel",
                    "get cupel", "stats", "stats settings", "stats items", "stats slabs", "flush_all", "nonsense"),
            Service.SMTP, List.of("EHLO probe.example.com", "NOOP", "VRFY postmaster", "MAIL FROM:<probe@example.com>",
                    "RCPT TO:<postmaster@localhost>", "RSET", "HELP", "NONSENSE", "QUIT"),
            Service.FTP, List.of("SYST", "FEAT", "USER anonymous", "PASS probe@example.com", "PWD", "NONSENSE", "QUIT"),
            Service.POP3, List.of("CAPA", "QUIT"),
            Service.IMAP, List.of("a1 CAPABILITY", "a2 LOGOUT"),
            Service.NATS, List.of("PING"),
            Service.SSH, List.of("SSH-2.0-cupel_probe"));

    private CustomaryTalk() {}

    /// The conversations to hold on this port; none for the web, which is crawled instead.
    ///
    /// @param environment the container's, which says who may log in
    public static List<Ask.Talk> with(Service service, int port, Map<String, String> environment) {
        return switch (service) {
            case HTTP, HTTPS, H2C -> List.of();
            case REDIS -> List.of(new Ask.Talk(port, service, password(environment, "REDIS_PASSWORD"), RedisLines.ALL));
            case POSTGRES -> postgres(port, environment);
            case MYSQL -> mysql(port, environment);
            case MEMCACHED, AMQP, SMTP, FTP, POP3, IMAP, SSH, NATS, TCP, TLS ->
                    List.of(new Ask.Talk(port, service, Login.NOBODY, LINES.getOrDefault(service, List.of())));
        };
    }

    private static Login password(Map<String, String> environment, String variable) {
        return new Login("", environment.containsKey(variable) ? variable : "", "");
    }

    private static List<Ask.Talk> postgres(int port, Map<String, String> environment) {
        String user = environment.getOrDefault("POSTGRES_USER", "postgres");
        String database = environment.getOrDefault("POSTGRES_DB", user);
        List<Ask.Talk> talks = new ArrayList<>();
        talks.add(new Ask.Talk(port, Service.POSTGRES, new Login(user, "POSTGRES_PASSWORD", database), PostgresLines.ALL));
        talks.add(new Ask.Talk(port, Service.POSTGRES, new Login("cupel_nobody", "", database), List.of()));
        talks.add(new Ask.Talk(port, Service.POSTGRES, new Login(user, "POSTGRES_PASSWORD", "cupel_nowhere"), List.of()));
        return talks;
    }

    private static List<Ask.Talk> mysql(int port, Map<String, String> environment) {
        String root = environment.containsKey("MARIADB_ROOT_PASSWORD") ? "MARIADB_ROOT_PASSWORD" : "MYSQL_ROOT_PASSWORD";
        String named = environment.containsKey("MARIADB_USER") ? "MARIADB_USER" : "MYSQL_USER";
        List<Ask.Talk> talks = new ArrayList<>();
        talks.add(new Ask.Talk(port, Service.MYSQL, new Login("root", root, ""), MysqlLines.ALL));
        if (environment.containsKey(named)) {
            String variable = named.equals("MARIADB_USER") ? "MARIADB_PASSWORD" : "MYSQL_PASSWORD";
            talks.add(new Ask.Talk(port, Service.MYSQL, new Login(environment.get(named), variable, ""),
                    List.of("SELECT CURRENT_USER()", "SHOW DATABASES")));
        }
        talks.add(new Ask.Talk(port, Service.MYSQL, new Login("cupel_nobody", "", ""), List.of()));
        return talks;
    }
}
