package dev.cupel.observe.run;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Chooses the OCI runtime by trying: crun refuses machines where both versions of control groups are mounted, others lack one
/// program or the other, and no list of conditions would stay true. What worked once comes first from then on.
final class RuntimeChoice {
    private static final List<String> NAMES = List.of("crun", "runc", "youki");

    private final List<Path> installed;
    private volatile Optional<Path> worked = Optional.empty();

    private RuntimeChoice(List<Path> installed) {
        this.installed = installed;
    }

    /// The runtimes that lie on a search path such as the variable `PATH` has.
    static RuntimeChoice on(String searchPath) {
        List<Path> found = new ArrayList<>();
        for (String name : NAMES) {
            Arrays.stream((searchPath + ":/usr/sbin:/usr/local/sbin").split(":", -1))
                    .filter(directory -> directory.startsWith("/"))
                    .map(directory -> Path.of(directory, name))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return new RuntimeChoice(found);
    }

    /// Lets one runtime after the other try, until one succeeds.
    <T> T first(Attempt<T> attempt) throws IOException {
        List<RuntimeRefusal> refusals = new ArrayList<>();
        for (Path program : inOrder()) {
            try {
                T result = attempt.with(program);
                worked = Optional.of(program);
                return result;
            } catch (RuntimeRefusal e) {
                refusals.add(e);
            }
        }
        throw refused(refusals);
    }

    private List<Path> inOrder() {
        Optional<Path> first = worked;
        List<Path> order = new ArrayList<>(first.stream().toList());
        installed.stream().filter(one -> !first.equals(Optional.of(one))).forEach(order::add);
        return order;
    }

    private static CupelException refused(List<RuntimeRefusal> refusals) {
        if (refusals.isEmpty()) {
            return new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot run the image: neither crun nor runc is installed.",
                    "Install one (apt install runc), or use --runtime docker, or --no-run to slim without running.");
        }
        return new CupelException(
                Fault.ENVIRONMENT,
                "Cannot make the container: " + String.join("; ", refusals.stream().map(Throwable::getMessage).toList()) + ".",
                "If the command is not in the image, name another with --entrypoint; else try --runtime docker.",
                refusals.getLast());
    }

    /// What is tried with one runtime.
    interface Attempt<T> {
        T with(Path program) throws IOException;
    }
}
