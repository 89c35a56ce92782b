package dev.cupel.lint.image;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.facts.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Accounts, and the user that the image runs as.
final class AccountChecks {
    private static final ImagePath SHADOW = ImagePath.of("/etc/shadow");

    private AccountChecks() {}

    static void passwords(ImageSubject image, ImageFindings findings) {
        for (Account account : image.facts().accounts()) {
            switch (account.password()) {
                case EMPTY -> findings.at("DKL-LI-0001", SHADOW, account.name());
                case WEAK -> findings.at("CUP2015", SHADOW, account.name());
                case LOCKED, SET -> { }
            }
        }
    }

    static void numbers(ImageSubject image, ImageFindings findings) throws IOException {
        Map<String, String> users = new HashMap<>();
        for (Account account : image.facts().accounts()) {
            if (account.uid() == 0 && !account.name().equals("root")) {
                findings.at("CUP2007", Unread.PASSWD, account.name());
            } else {
                number(Unread.PASSWD, account.name(), String.valueOf(account.uid()), users, findings);
            }
        }
        Map<String, String> groups = new HashMap<>();
        byte[] text = image.root().read(Unread.GROUP, Unread.LARGEST).orElse(new byte[0]);
        for (String line : new String(text, StandardCharsets.UTF_8).lines().toList()) {
            String[] fields = line.split(":", -1);
            if (fields.length > 2 && !line.startsWith("#") && !line.startsWith("+")) {
                number(Unread.GROUP, fields[0], fields[2], groups, findings);
            }
        }
    }

    private static void number(ImagePath file, String name, String number, Map<String, String> seen, ImageFindings findings) {
        String other = seen.putIfAbsent(number, name);
        if (other != null && !other.equals(name)) {
            findings.at("DKL-LI-0002", file, "%s and %s are both %s".formatted(other, name, number));
        }
    }

    /// A name that `/etc/passwd` does not know keeps the container from starting; one that it knows may be root's under another name.
    static void user(ImageSubject image, ImageFindings findings) {
        String user = image.config().user();
        String name = user.contains(":") ? user.substring(0, user.indexOf(':')) : user;
        List<Account> accounts = image.facts().accounts();
        Optional<Account> account = accounts.stream().filter(one -> one.name().equals(name)).findFirst();
        boolean number = !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean zero = number && name.chars().allMatch(c -> c == '0');
        if (name.isEmpty()) {
            findings.inConfig("CIS-DI-0001", "User", "no user is set, which means root");
        } else if (zero || name.equals("root") || (!number && account.filter(one -> one.uid() == 0).isPresent())) {
            findings.inConfig("CIS-DI-0001", "User", user);
        } else if (!number && account.isEmpty() && !Unread.is(image.root(), Unread.PASSWD, Unread.LARGEST)) {
            findings.inConfig("CUP2023", "User", name);
        }
    }
}
