package dev.cupel.linux.process;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.cupel.linux.CString;
import dev.cupel.linux.Call;
import dev.cupel.linux.Descriptor;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Another program in this one's place (execve(2)): the same process number, parent, terminal, standard streams and environment, so
/// that signals and exit codes go where they went. The kernel ends all other threads; nothing of Java runs any more, no hook either.
public final class Replacement {
    private static final int FIRST_AFTER_STANDARD = 3;
    private static final long ALL = 0xffff_ffffL;
    private static final long MARK_CLOSE_ON_EXEC = 4; // CLOSE_RANGE_CLOEXEC, linux/close_range.h, since 5.11
    private static final long SET_MASK = 2; // SIG_SETMASK, asm-generic/signal-defs.h
    private static final int SIGNALS_BYTES = 8; // sigset_t as the kernel has it

    private Replacement() {}

    /// The words that this program was started with, as bytes; the first one leads to its executable.
    public static List<byte[]> ownWords() throws IOException {
        List<byte[]> words = parts(Files.readAllBytes(Path.of("/proc/self/cmdline")));
        words.set(0, Files.readSymbolicLink(Path.of("/proc/self/exe")).toString().getBytes(StandardCharsets.UTF_8));
        return words;
    }

    /// Returns only by an exception. Of open files, the other program inherits the standard streams and `kept`.
    ///
    /// @param program an absolute path
    /// @param words with the program's own name in front
    public static void by(String program, List<byte[]> words, Descriptor kept) throws IOException {
        List<byte[]> environment = parts(Files.readAllBytes(Path.of("/proc/self/environ")));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment none = arena.allocate(SIGNALS_BYTES);
            closeAllBut(kept.number());
            // The virtual machine keeps signals of its own from most threads, and a mask outlives execve.
            Call.RT_SIGPROCMASK.invoke(SET_MASK, none.address(), 0, SIGNALS_BYTES);
            Call.EXECVE.invoke(CString.of(arena, program), vector(arena, words), vector(arena, environment));
        }
    }

    private static void closeAllBut(int kept) throws IOException {
        if (kept > FIRST_AFTER_STANDARD) {
            Call.CLOSE_RANGE.invoke(FIRST_AFTER_STANDARD, kept - 1L, MARK_CLOSE_ON_EXEC);
        }
        Call.CLOSE_RANGE.invoke(kept + 1L, ALL, MARK_CLOSE_ON_EXEC);
    }

    private static long vector(Arena arena, List<byte[]> texts) {
        MemorySegment vector = arena.allocate(JAVA_LONG, texts.size() + 1L); // a null pointer ends it
        for (int i = 0; i < texts.size(); i++) {
            vector.setAtIndex(JAVA_LONG, i, CString.of(arena, texts.get(i)));
        }
        return vector.address();
    }

    /// Each part ends with a NUL; empty ones count.
    private static List<byte[]> parts(byte[] text) {
        List<byte[]> parts = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at < text.length; at++) {
            if (text[at] == 0) {
                parts.add(Arrays.copyOfRange(text, begin, at));
                begin = at + 1;
            }
        }
        return parts;
    }
}
