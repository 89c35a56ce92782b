package dev.cupel.linux.bpf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the running kernel tells about its own types; world-readable with CONFIG_DEBUG_INFO_BTF.
public final class KernelTypes {
    private static final Path FILE = Path.of("/sys/kernel/btf/vmlinux");

    private KernelTypes() {}

    /// Reads them; a `NoSuchFileException` where the kernel was built without.
    public static Btf read() throws IOException, MalformedBtf {
        return Btf.read(ByteBuffer.wrap(Files.readAllBytes(FILE)));
    }
}
