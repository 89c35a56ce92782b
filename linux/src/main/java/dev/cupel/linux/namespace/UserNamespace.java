package dev.cupel.linux.namespace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The user namespace that this program is in (user_namespaces(7)). In one that is not the machine's first, root is root over what
/// belongs to that namespace alone.
public record UserNamespace(IdMap users, IdMap groups) {
    public static UserNamespace own() throws IOException {
        return new UserNamespace(map("uid_map"), map("gid_map"));
    }

    /// Whether it is the machine's own, in which root may do everything.
    public boolean isInitial() {
        return users.isWhole() && groups.isWhole();
    }

    private static IdMap map(String file) throws IOException {
        return IdMap.parse(Files.readString(Path.of("/proc/self", file)));
    }
}
