package dev.cupel.inspect.xray;

import dev.cupel.inspect.xray.XrayReport.FindingRow;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.facts.Account;
import dev.cupel.inventory.facts.CertificateFact;
import dev.cupel.inventory.facts.Secret;
import dev.cupel.inventory.facts.SpecialFile;
import dev.cupel.inventory.facts.SystemFacts;
import dev.cupel.inventory.facts.Tool;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The facts of an inventory that a person may want to know before the image ships.
///
/// @param now by which certificates expire
record FindingRows(Inventory inventory, Instant now) {
    List<FindingRow> rows() {
        SystemFacts facts = inventory.facts();
        List<FindingRow> rows = new ArrayList<>();
        if (!inventory.systemDatabase()) {
            rows.add(row("no-package-database", "/", "the operating system's packages, and so its vulnerabilities, are unknown"));
        }
        inventory.distribution().flatMap(one -> new EndOfLife(one, now.atOffset(ZoneOffset.UTC).toLocalDate()).row()).ifPresent(rows::add);
        facts.secrets().forEach(one -> rows.add(secret(one)));
        facts.accounts().stream().flatMap(FindingRows::account).forEach(rows::add);
        facts.certificates().stream().flatMap(this::certificate).forEach(rows::add);
        facts.special().stream().flatMap(FindingRows::special).forEach(rows::add);
        facts.tools().forEach(one -> rows.add(tool(one)));
        facts.jobs().forEach(one -> rows.add(row("scheduled-job", one.file().text(), one.when() + " " + one.user() + " " + one.command())));
        facts.services().forEach(one -> rows.add(row("service", one.file().text(), one.name() + " (" + one.manager() + (one.enabled() ? ", enabled)" : ")"))));
        inventory.remarks().forEach(one -> rows.add(row("unreadable", one.where().text(), one.what())));
        return rows;
    }

    private static FindingRow secret(Secret one) {
        String where = one.visible() ? "" : ", deleted later, but in the layer for whoever pulls it";
        return new FindingRow("secret", one.place(), one.rule() + " " + one.masked() + where, one.layer() < 0 ? Optional.empty() : Optional.of(one.layer()));
    }

    private static Stream<FindingRow> account(Account one) {
        String where = "/etc/passwd: " + one.name();
        Stream<FindingRow> password = switch (one.password()) {
            case EMPTY -> Stream.of(row("empty-password", where, "anyone may log in without a password"));
            case WEAK -> Stream.of(row("weak-password", where, "its password's hash is quickly guessed"));
            case LOCKED, SET -> Stream.empty();
        };
        boolean second = one.uid() == 0 && !one.name().equals("root");
        return second ? Stream.concat(password, Stream.of(row("second-root", where, "its user id is 0"))) : password;
    }

    private Stream<FindingRow> certificate(CertificateFact one) {
        List<FindingRow> rows = new ArrayList<>();
        if (one.addedRoot()) {
            rows.add(row("added-root-certificate", one.file().text(), one.subject() + " is trusted, and not by the distribution"));
        }
        if (one.notAfter().isBefore(now)) {
            rows.add(row("expired-certificate", one.file().text(), one.subject() + " expired on " + one.notAfter().atOffset(ZoneOffset.UTC).toLocalDate()));
        }
        return rows.stream();
    }

    private static Stream<FindingRow> special(SpecialFile one) {
        String what = "mode %04o, owner %d:%d".formatted(one.mode(), one.uid(), one.gid());
        return one.privileges().stream().map(privilege -> new FindingRow(word(privilege), one.path().text(), what, Optional.of(one.layer())));
    }

    private static FindingRow tool(Tool one) {
        return row(word(one.kind()), one.path().text(), "nothing that an application needs to run, unless it starts it");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static FindingRow row(String kind, String where, String what) {
        return new FindingRow(kind, where, what, Optional.empty());
    }
}
