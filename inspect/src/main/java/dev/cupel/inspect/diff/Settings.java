package dev.cupel.inspect.diff;

import dev.cupel.inspect.diff.DiffReport.SettingRow;
import dev.cupel.inspect.xray.XrayReport;
import dev.cupel.inventory.facts.Account;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Compares how two images are run.
record Settings(XrayReport a, XrayReport b) {
    List<SettingRow> rows() {
        List<SettingRow> rows = new ArrayList<>();
        XrayReport.ConfigRow before = a.config();
        XrayReport.ConfigRow after = b.config();
        compare("platform", a.image().platform(), b.image().platform(), rows);
        compare("user", before.user(), after.user(), rows);
        compare("entrypoint", words(before.entrypoint()), words(after.entrypoint()), rows);
        compare("command", words(before.command()), words(after.command()), rows);
        compare("working directory", before.workingDirectory(), after.workingDirectory(), rows);
        compare("ports", words(before.ports()), words(after.ports()), rows);
        compare("volumes", words(before.volumes()), words(after.volumes()), rows);
        compare("stop signal", before.stopSignal(), after.stopSignal(), rows);
        compare("health check", words(before.healthCheck()), words(after.healthCheck()), rows);
        compareEach("environment ", pairs(before.environment()), pairs(after.environment()), rows);
        compareEach("label ", pairs(before.labels()), pairs(after.labels()), rows);
        return rows;
    }

    /// The accounts that two images differ in, by their numbers, homes and shells.
    static List<SettingRow> accounts(List<Account> before, List<Account> after) {
        List<SettingRow> rows = new ArrayList<>();
        compareEach("", named(before), named(after), rows);
        return rows;
    }

    private static Map<String, String> named(List<Account> accounts) {
        Map<String, String> named = new LinkedHashMap<>();
        accounts.forEach(one -> named.putIfAbsent(one.name(), "%d:%d %s %s, password %s".formatted(one.uid(), one.gid(), one.home(), one.shell(), one.password().name().toLowerCase(Locale.ROOT))));
        return named;
    }

    private static void compareEach(String prefix, Map<String, String> before, Map<String, String> after, List<SettingRow> rows) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> compare(prefix + name, before.getOrDefault(name, ""), after.getOrDefault(name, ""), rows));
    }

    private static void compare(String name, String before, String after, List<SettingRow> rows) {
        if (!Objects.equals(before, after)) {
            rows.add(new SettingRow(name, before, after));
        }
    }

    private static String words(List<String> words) {
        return String.join(" ", words);
    }

    private static Map<String, String> pairs(List<String> lines) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            pairs.put(equals < 0 ? line : line.substring(0, equals), equals < 0 ? "" : line.substring(equals + 1));
        }
        return pairs;
    }
}
