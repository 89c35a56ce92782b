package dev.cupel.observe.sensor;

import dev.cupel.linux.KernelLink;
import dev.cupel.linux.KernelText;
import dev.cupel.linux.process.ProcessMemory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A thread that waits at the beginning of a system call until we let it go on, so that what `/proc` tells about it stays true.
record HeldThread(int id) {
    private static final int AT_FDCWD = -100;

    ProcessMemory memory() {
        return new ProcessMemory(id);
    }

    /// The executable, as a path in its own mount namespace.
    Optional<String> program() throws IOException {
        return link("exe");
    }

    /// Such as `mnt:[4026531841]`.
    Optional<String> mountNamespace() throws IOException {
        return link("ns/mnt");
    }

    Optional<String> root() throws IOException {
        return link("root").filter(path -> path.startsWith("/"));
    }

    Optional<String> workingDirectory() throws IOException {
        return link("cwd").filter(path -> path.startsWith("/"));
    }

    /// What a descriptor leads to: a path, or such as `socket:[4711]`.
    Optional<String> file(long descriptor) throws IOException {
        return link("fd/" + (int) descriptor);
    }

    /// The directory that a path starts from.
    Optional<String> directory(long descriptor) throws IOException {
        return (int) descriptor == AT_FDCWD ? workingDirectory() : file(descriptor).filter(path -> path.startsWith("/"));
    }

    /// The files that its memory is made of; at the start of a program these are the executable and its loader.
    List<String> mapped() throws IOException {
        try {
            byte[] maps = Files.readAllBytes(Path.of("/proc/" + id + "/maps")); // proc_pid_maps(5): the sixth field
            return KernelText.read(ByteBuffer.wrap(maps))
                    .lines()
                    .map(line -> line.split(" +", 6))
                    .filter(fields -> fields.length == 6 && fields[5].startsWith("/"))
                    .map(fields -> fields[5].replace("\\012", "\n"))
                    .distinct()
                    .toList();
        } catch (NoSuchFileException ended) {
            return List.of();
        }
    }

    private Optional<String> link(String name) throws IOException {
        return KernelLink.read("/proc/" + id + "/" + name);
    }
}
