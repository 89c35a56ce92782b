package dev.cupel.observe.rootless;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import dev.cupel.image.Quoted;
import dev.cupel.linux.namespace.HeldUserNamespace;
import dev.cupel.linux.process.Replacement;
import dev.cupel.observe.journal.Workshop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What to do where running an image takes root and the user is not root.
public final class Rootless {
    private final Workshop workshop;

    /// @param workshop of this user
    public Rootless(Workshop workshop) {
        this.workshop = workshop;
    }

    /// Whether this program is root, be it in a user namespace.
    public static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")); // the effective user's
    }

    /// Replaces this program by itself, with the same words, as root of a new user namespace; so call it before anything is begun.
    /// Never returns: where the machine does not allow that it is a [CupelException] that names the ways that are left.
    public void enter() throws IOException {
        workshop.endOrphans();
        try (HeldUserNamespace namespace = HeldUserNamespace.make(System.getProperty("user.name", ""))) {
            namespace.enter(again());
        } catch (IOException e) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot run an image here without root: the kernel grants this user no usable user namespace ("
                            + Quoted.of(String.valueOf(e.getMessage())) + ").",
                    "Call it with sudo, or with --no-run: larger, and nothing is proven. To allow user namespaces, see the "
                            + "sysctls user.max_user_namespaces, kernel.unprivileged_userns_clone, kernel.apparmor_restrict_unprivileged_userns.",
                    e);
        }
    }

    /// The folder of settings stays this user's: the virtual machine would look up root's.
    private static List<byte[]> again() throws IOException {
        List<byte[]> words = new ArrayList<>(Replacement.ownWords());
        words.add(1, ("-Duser.home=" + System.getProperty("user.home", "/")).getBytes(StandardCharsets.UTF_8));
        return words;
    }
}
