package dev.cupel.linux.namespace;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import dev.cupel.linux.process.Replacement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A new user namespace of an ordinary user's. A program of several threads cannot enter one, and Java has several: so a shell makes
/// it and holds it, ids are mapped from outside, and at last another program takes this one's place and enters first of all.
public final class HeldUserNamespace implements AutoCloseable {
    private static final String MADE = "made";
    private static final String USABLE = "usable";
    /// What the namespace is for is tried in it, in mounts that nobody else sees: some kernels let one make it and use it for nothing.
    private static final String HOLD =
            """
            echo made
            read -r _ || exit
            mount -t tmpfs cupel /sys && mkdir /sys/a /sys/b /sys/c \
              && mount -t overlay -o lowerdir=/sys/a:/sys/b,userxattr cupel /sys/c || exit
            echo usable
            read -r _
            """;
    /// Whoever enters keeps his own credentials, and with them his groups: the one that may talk to Docker Engine, for instance.
    private static final String ENTER =
            "exec nsenter --preserve-credentials --user=\"$0\" -- unshare --mount --propagation slave -- \"$@\"";
    private static final long HERE = -100; // AT_FDCWD

    private final Process holder;
    private final BufferedReader said;

    private HeldUserNamespace(Process holder) {
        this.holder = holder;
        this.said = holder.inputReader(StandardCharsets.UTF_8);
    }

    /// Makes one that has root, who is this user outside, and as many more users and groups as the administrator gave this user and
    /// newuidmap(1) grants. What the kernel refuses is an [IOException] that says so.
    ///
    /// @param user this user's name
    public static HeldUserNamespace make(String user) throws IOException {
        Process holder =
                new ProcessBuilder("unshare", "--user", "--mount", "sh", "-c", HOLD).redirectErrorStream(true).start();
        HeldUserNamespace namespace = new HeldUserNamespace(holder);
        try {
            namespace.expect(MADE);
            namespace.map(user);
            namespace.proceed();
            namespace.expect(USABLE);
            return namespace;
        } catch (IOException e) {
            namespace.close();
            throw e;
        }
    }

    /// Replaces this program by another that is root in the namespace and has its own view of the mounts. Returns only by an exception.
    public void enter(List<byte[]> words) throws IOException {
        try (Arena arena = Arena.ofConfined();
                Descriptor own = new Descriptor(Call.OPENAT.invoke(HERE, CString.of(arena, proc("ns/user").toString()), 0))) {
            List<byte[]> all = new ArrayList<>();
            Stream.of("sh", "-c", ENTER, own.path()).forEach(word -> all.add(word.getBytes(StandardCharsets.UTF_8)));
            all.addAll(words);
            close(); // the open descriptor holds the namespace from now on
            Replacement.by("/bin/sh", all, own);
        }
    }

    /// Ends the holder, and waits for it: whoever takes this program's place knows nothing of this child.
    @Override
    public void close() throws IOException {
        holder.destroyForcibly();
        try {
            holder.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a user namespace was made");
        }
    }

    private void map(String user) throws IOException {
        Path self = Path.of("/proc/self");
        long uid = ((Number) Files.getAttribute(self, "unix:uid")).longValue();
        long gid = ((Number) Files.getAttribute(self, "unix:gid")).longValue();
        List<SubordinateIds.Range> users = new SubordinateIds(Path.of("/etc/subuid")).of(user, uid);
        List<SubordinateIds.Range> groups = new SubordinateIds(Path.of("/etc/subgid")).of(user, uid);
        if (users.isEmpty() || !granted("newuidmap", IdMap.rootIs(uid).with(users))) {
            Files.writeString(proc("uid_map"), IdMap.rootIs(uid).toString());
        }
        if (groups.isEmpty() || !granted("newgidmap", IdMap.rootIs(gid).with(groups))) {
            Files.writeString(proc("setgroups"), "deny"); // else an ordinary user may map no group
            Files.writeString(proc("gid_map"), IdMap.rootIs(gid).toString());
        }
    }

    /// Whether the program is there and wrote the map; it may only after looking at the same files as we.
    private boolean granted(String program, IdMap map) {
        List<String> command = new ArrayList<>(List.of(program, "" + holder.pid()));
        command.addAll(List.of(map.toString().split("\\s+")));
        try {
            Process mapping = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return mapping.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void proceed() throws IOException {
        OutputStream in = holder.getOutputStream();
        in.write('\n');
        in.flush();
    }

    private void expect(String word) throws IOException {
        List<String> complaint = new ArrayList<>();
        String line = said.readLine();
        while (line != null && !line.equals(word)) {
            complaint.add(line.strip());
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException(String.join(" ", complaint));
        }
    }

    private Path proc(String file) {
        return Path.of("/proc", "" + holder.pid(), file);
    }
}
