package dev.cupel.inventory.cataloguer.system;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.facts.Account;
import dev.cupel.inventory.facts.Account.Password;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Reads `/etc/passwd` and `/etc/shadow` (passwd(5), shadow(5), crypt(5)). Lines that are none are passed over, as libc does.
public final class Accounts {
    private static final int MOST_BYTES = 4 << 20;

    private Accounts() {}

    public static List<Account> in(RootFs root) throws IOException {
        return read(text(root, "/etc/passwd"), text(root, "/etc/shadow"));
    }

    static List<Account> read(String passwd, String shadow) {
        Map<String, String> hashes = new HashMap<>();
        shadow.lines().map(line -> line.split(":", -1)).filter(parts -> parts.length > 1).forEach(parts -> hashes.putIfAbsent(parts[0], parts[1]));
        List<Account> accounts = new ArrayList<>();
        for (String line : passwd.lines().toList()) {
            String[] parts = line.split(":", -1);
            if (parts.length >= 7 && !parts[0].isEmpty()) {
                OptionalLong uid = number(parts[2]);
                OptionalLong gid = number(parts[3]);
                if (uid.isPresent() && gid.isPresent()) {
                    String hash = parts[1].equals("x") ? hashes.getOrDefault(parts[0], "!") : parts[1];
                    accounts.add(new Account(parts[0], uid.getAsLong(), gid.getAsLong(), parts[5], parts[6], password(hash)));
                }
            }
        }
        return accounts;
    }

    private static Password password(String hash) {
        if (hash.isEmpty()) {
            return Password.EMPTY;
        }
        if (hash.startsWith("!") || hash.startsWith("*") || hash.length() < 13) {
            return Password.LOCKED;
        }
        return hash.startsWith("$1$") || !hash.startsWith("$") ? Password.WEAK : Password.SET;
    }

    private static OptionalLong number(String text) {
        return !text.isEmpty() && text.length() <= 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    private static String text(RootFs root, String path) throws IOException {
        return root.read(ImagePath.of(path), MOST_BYTES).map(NameBytes::text).orElse("");
    }
}
