package dev.cupel.observe.probe.session;

import dev.cupel.observe.probe.LocalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// A fresh MariaDB whose root has a password.
record MariadbServer(Path directory, int port) {
    static final String PASSWORD = "geheim Wort";

    static MariadbServer make(Path directory) throws Exception {
        Path data = directory.resolve("db");
        PostgresServer.run(List.of("chmod", "0755", directory.toString()), directory);
        PostgresServer.run(List.of("mariadb-install-db", "--no-defaults", "--datadir=" + data, "--user=mysql", "--skip-test-db",
                "--auth-root-authentication-method=normal"), directory);
        Files.writeString(directory.resolve("init.sql"), "ALTER USER 'root'@'localhost' IDENTIFIED BY '" + PASSWORD + "';\n"
                + "CREATE USER IF NOT EXISTS 'root'@'%' IDENTIFIED BY '" + PASSWORD + "'; GRANT ALL ON *.* TO 'root'@'%' WITH GRANT OPTION;\n");
        return new MariadbServer(directory, LocalServer.freePort());
    }

    LocalServer start() throws IOException {
        return LocalServer.start(List.of("mariadbd", "--no-defaults", "--user=mysql", "--datadir=" + directory.resolve("db"), "--port=" + port,
                "--bind-address=127.0.0.1", "--socket=" + directory.resolve("db/socket"), "--init-file=" + directory.resolve("init.sql"),
                "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0"), directory, Set.of(port));
    }
}
