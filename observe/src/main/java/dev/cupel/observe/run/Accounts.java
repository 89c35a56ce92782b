package dev.cupel.observe.run;

import dev.cupel.image.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The users and groups that an image knows: its `/etc/passwd` and `/etc/group` (passwd(5), group(5)). Lines that are none are
/// passed over, as the C library does.
record Accounts(List<User> users, List<Group> groups) {
    private static final int MOST_LINES = 100_000;
    private static final String NUMBER = "[0-9]{1,10}";
    private static final long LARGEST_ID = Integer.MAX_VALUE; // as engines have it

    record User(String name, long uid, long gid, String home) {}

    record Group(String name, long gid, List<String> members) {}

    static Accounts parse(String passwd, String group) {
        return new Accounts(
                passwd.lines().limit(MOST_LINES).map(Accounts::user).flatMap(Optional::stream).toList(),
                group.lines().limit(MOST_LINES).map(Accounts::group).flatMap(Optional::stream).toList());
    }

    /// Who `user`, `user:group`, `uid`, `uid:gid` or an empty text is, by the rules of runc's `libcontainer/user`: supplementary
    /// groups come with a name that is known, and not when a group is given.
    ContainerUser find(String spec) throws UnknownUser {
        String[] parts = spec.split(":", 2);
        String userPart = parts[0];
        String groupPart = parts.length > 1 ? parts[1] : "";
        Optional<User> known = users.stream()
                .filter(one -> userPart.isEmpty() ? one.uid == 0 : one.name.equals(userPart) || ("" + one.uid).equals(userPart))
                .findFirst();
        long uid = known.isPresent() ? known.get().uid : userPart.isEmpty() ? 0 : number(userPart, "user", "/etc/passwd");
        long gid = groupPart.isEmpty() ? known.map(User::gid).orElse(0L) : groupId(groupPart);
        List<Long> more = groupPart.isEmpty() && known.isPresent()
                ? groups.stream().filter(memberIs(known.get().name)).map(Group::gid).toList()
                : List.of();
        return new ContainerUser(uid, gid, more, known.map(User::home).filter(home -> !home.isEmpty()).orElse("/"));
    }

    private static Predicate<Group> memberIs(String name) {
        return group -> group.members.contains(name);
    }

    private long groupId(String part) throws UnknownUser {
        Optional<Group> known = groups.stream()
                .filter(one -> one.name.equals(part) || ("" + one.gid).equals(part))
                .findFirst();
        return known.isPresent() ? known.get().gid : number(part, "group", "/etc/group");
    }

    private static long number(String part, String what, String file) throws UnknownUser {
        if (!part.matches(NUMBER) || Long.parseLong(part) > LARGEST_ID) {
            throw new UnknownUser("the image's %s has no %s %s".formatted(file, what, Quoted.of(part)));
        }
        return Long.parseLong(part);
    }

    private static Optional<User> user(String line) {
        String[] f = line.split(":", -1);
        return f.length >= 6 && f[2].matches(NUMBER) && f[3].matches(NUMBER)
                ? Optional.of(new User(f[0], Long.parseLong(f[2]), Long.parseLong(f[3]), f[5]))
                : Optional.empty();
    }

    private static Optional<Group> group(String line) {
        String[] f = line.split(":", -1);
        return f.length >= 4 && f[2].matches(NUMBER)
                ? Optional.of(new Group(f[0], Long.parseLong(f[2]), Arrays.asList(f[3].split(",", -1))))
                : Optional.empty();
    }
}
