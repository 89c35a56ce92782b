package dev.cupel.observe.run;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.linux.namespace.UserNamespace;
import java.util.List;

/// Who a container's processes are.
///
/// @param groups supplementary ones
/// @param home for `HOME`, where neither image nor plan sets it
record ContainerUser(long uid, long gid, List<Long> groups, String home) {
    ContainerUser {
        groups = List.copyOf(groups);
    }

    /// The same, as far as a user namespace has such a user: supplementary groups that it lacks are left out; a user or group that it
    /// lacks is a [CupelException].
    ContainerUser within(UserNamespace namespace) {
        if (!namespace.users().has(uid) || !namespace.groups().has(gid)) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot run the image as user %d, group %d: the user namespace that stands in for root has no such ids.".formatted(uid, gid),
                    "Call it with sudo, or get subordinate ids (subuid(5)) and the package uidmap, or give another user with --user.");
        }
        return new ContainerUser(uid, gid, groups.stream().filter(namespace.groups()::has).toList(), home);
    }

    boolean isRoot() {
        return uid == 0;
    }
}
