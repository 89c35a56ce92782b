package dev.cupel.observe.journal;

import dev.cupel.linux.KernelLink;
import dev.cupel.linux.process.ProcessIdentity;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The process numbers of one container (pid_namespaces(7)): they tell its processes where no control group does.
///
/// @param namespace such as `pid:[4026532281]`; empty where the first process had ended before it was asked
public record ProcessSpace(Optional<String> namespace) {
    public static ProcessSpace of(int first) throws IOException {
        return new ProcessSpace(of("" + first));
    }

    /// Those that run. One that has ended and waits to be reaped keeps its numbers, but only its parent can make it go.
    public List<Integer> processes() throws IOException {
        List<Integer> all = new ArrayList<>();
        File[] processes = new File("/proc").listFiles((_, name) -> name.matches("[0-9]+"));
        for (File process : namespace.isEmpty() || processes == null ? new File[0] : processes) {
            if (of(process.getName()).equals(namespace)) {
                ProcessIdentity.of(Integer.parseInt(process.getName())).ifPresent(running -> all.add(running.pid()));
            }
        }
        return all;
    }

    private static Optional<String> of(String process) throws IOException {
        return KernelLink.read("/proc/" + process + "/ns/pid");
    }
}
