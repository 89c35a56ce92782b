package dev.cupel.vulnerability.database;

import dev.cupel.image.compact.CompactInput;
import dev.cupel.vulnerability.advisory.Advisory;
import dev.cupel.vulnerability.advisory.PackageNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One process, one measurement, called by bench/database. `fill FILE KEYS SQLITE` writes the rows of Cupel's database that the keys find into
/// SQLite, and a thousand of the keys into `KEYS.measured`; `cupel FILE KEYS` and `sqlite FILE KEYS` open a database, look the keys up and read what
/// they find into Cupel's records, and print the milliseconds to open, of the first look-up, of all and of all again, and how many advisories there were.
///
/// KEYS has a line `ecosystem<TAB>name` for each package. In the package of Cupel's database, so that SQLite gets the very bytes that Cupel's file has.
final class LookUps {
    private static final int MEASURED = 1000;
    private static final List<String> SCHEMA = List.of(
            "PRAGMA journal_mode = OFF",
            "PRAGMA synchronous = OFF",
            "CREATE TABLE advisory (id INTEGER PRIMARY KEY, content BLOB NOT NULL)",
            "CREATE TABLE affected (ecosystem TEXT NOT NULL, name TEXT NOT NULL, number INTEGER NOT NULL, advisory INTEGER NOT NULL, content BLOB NOT NULL,"
                    + " PRIMARY KEY (ecosystem, name, number)) WITHOUT ROWID",
            "CREATE TABLE named (name TEXT NOT NULL, advisory INTEGER NOT NULL, PRIMARY KEY (name, advisory)) WITHOUT ROWID");

    private LookUps() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[1]);
        List<String> keys = Files.readAllLines(Path.of(arguments[2]));
        switch (arguments[0]) {
            case "fill" -> {
                List<String> spelled = keys.stream().map(LookUps::spelled).distinct().toList();
                fill(file, spelled, arguments[3]);
                Files.write(Path.of(arguments[2] + ".measured"), measured(spelled));
            }
            case "cupel" -> cupel(file, keys);
            case "sqlite" -> sqlite(file, keys);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static String spelled(String line) {
        String[] parts = line.split("\t");
        return parts[0] + "\t" + PackageNames.spelled(parts[0], parts[1]);
    }

    /// A thousand of them, spread over all.
    private static List<String> measured(List<String> keys) {
        int step = Math.max(1, keys.size() / MEASURED);
        return Stream.iterate(0, i -> i + step).limit(Math.min(MEASURED, keys.size())).map(keys::get).toList();
    }

    private interface Ask {
        int advisories(String ecosystem, String name) throws Exception;
    }

    private static void time(long begun, List<String> keys, Ask ask) throws Exception {
        long opened = System.nanoTime();
        ask(keys.subList(0, 1), ask);
        long first = System.nanoTime();
        int advisories = ask(keys, ask);
        long all = System.nanoTime();
        ask(keys, ask);
        System.out.printf("%.1f %.1f %.1f %.1f %d%n", (opened - begun) / 1e6, (first - opened) / 1e6, (all - opened) / 1e6, (System.nanoTime() - all) / 1e6, advisories);
    }

    private static int ask(List<String> keys, Ask ask) throws Exception {
        int advisories = 0;
        for (String key : keys) {
            String[] parts = key.split("\t");
            advisories += ask.advisories(parts[0], parts[1]);
        }
        return advisories;
    }

    private static void cupel(Path file, List<String> keys) throws Exception {
        long begun = System.nanoTime();
        try (AdvisoryDatabase database = AdvisoryDatabase.open(file)) {
            time(begun, keys, (ecosystem, name) -> {
                int found = 0;
                for (Candidate one : database.about(ecosystem, name)) {
                    found += database.advisory(one.advisory()).id().isEmpty() ? 0 : 1;
                }
                return found;
            });
        }
    }

    private static void sqlite(Path file, List<String> keys) throws Exception {
        long begun = System.nanoTime();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement about = connection.prepareStatement(
                        "SELECT affected.content, advisory.content FROM affected JOIN advisory ON advisory.id = affected.advisory WHERE ecosystem = ? AND name = ?")) {
            time(begun, keys, (ecosystem, name) -> {
                about.setString(1, ecosystem);
                about.setString(2, name);
                int found = 0;
                try (ResultSet rows = about.executeQuery()) {
                    while (rows.next()) {
                        CompactInput in = new CompactInput(rows.getBytes(1));
                        in.number();
                        AffectedForm.read(ecosystem, name, in);
                        found += AdvisoryForm.read(rows.getBytes(2)).id().isEmpty() ? 0 : 1;
                    }
                }
                return found;
            });
        }
    }

    private static void fill(Path file, List<String> keys, String target) throws IOException, SQLException {
        long begun = System.nanoTime();
        try (AdvisoryDatabase database = AdvisoryDatabase.open(file);
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + target)) {
            try (Statement statement = connection.createStatement()) {
                for (String one : SCHEMA) {
                    statement.execute(one);
                }
            }
            connection.setAutoCommit(false);
            fill(database, connection, keys);
            connection.commit();
        }
        System.out.printf("%.1f%n", (System.nanoTime() - begun) / 1e9);
    }

    private static void fill(AdvisoryDatabase database, Connection connection, List<String> keys) throws IOException, SQLException {
        Map<String, Integer> numbers = new HashMap<>();
        try (PreparedStatement advisory = connection.prepareStatement("INSERT INTO advisory VALUES (?, ?)");
                PreparedStatement affected = connection.prepareStatement("INSERT INTO affected VALUES (?, ?, ?, ?, ?)");
                PreparedStatement named = connection.prepareStatement("INSERT OR IGNORE INTO named VALUES (?, ?)")) {
            for (String key : keys) {
                String[] parts = key.split("\t");
                int number = 0;
                for (Candidate one : database.about(parts[0], parts[1])) {
                    String place = one.advisory().source().name() + " " + one.advisory().place();
                    int id = numbers.getOrDefault(place, numbers.size());
                    if (numbers.putIfAbsent(place, id) == null) {
                        Advisory read = database.advisory(one.advisory());
                        insert(advisory, id, AdvisoryForm.write(read));
                        for (String name : Stream.concat(Stream.of(read.id()), read.aliases().stream()).toList()) {
                            insert(named, name, id);
                        }
                    }
                    insert(affected, parts[0], parts[1], number++, id, AffectedForm.write(id, one.affected()));
                }
            }
        }
    }

    private static void insert(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.execute();
    }
}
