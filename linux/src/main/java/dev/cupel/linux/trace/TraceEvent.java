package dev.cupel.linux.trace;

import dev.cupel.linux.KernelText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One report of the programs. Bytes of names that are not UTF-8 stand as U+DC80 to U+DCFF.
///
/// @param time when, as `System.nanoTime()` counts
/// @param process its id, as this host numbers it
/// @param program an identity that an [Kind#EXECUTABLE] event gives a name; 0 for a process of the runtime
/// @param call the number of the system call; 0 for what is no system call
/// @param flags the flags of calls whose meaning depends on them, else 0
/// @param text what the program wrote; for [Kind#ADDRESS] and [Kind#LISTENER] the structure, a character a byte
/// @param directory where the path starts, absolute in the mount namespace of the process; empty unless [Base#COMPLETE]
/// @param command the name of the thread, at most 15 characters
/// @param mountNamespace inode number of the mount namespace, for processes of the runtime; else 0
public record TraceEvent(
        long time,
        int process,
        long program,
        int call,
        Kind kind,
        Outcome outcome,
        long flags,
        String text,
        Base base,
        String directory,
        String command,
        long mountNamespace) {
    /// Bytes of the text of a [Kind#LISTENER]: u32 family, u32 port, four bytes and then sixteen of address, u32 type.
    static final int LISTENER_BYTES = 32;

    /// What is reported.
    public enum Kind {
        PATH(0),
        /// What is renamed to or linked to.
        SECOND_PATH(1),
        ADDRESS(2),
        LISTENER(3),
        /// A program was started, under this name.
        STARTED(4),
        /// Its script named this interpreter.
        INTERPRETER(5),
        /// `directory` is the file that runs.
        EXECUTABLE(6);

        final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(int code) {
            for (Kind one : values()) {
                if (one.code == code) {
                    return one;
                }
            }
            throw new IllegalArgumentException("no event has kind " + code);
        }
    }

    /// What came of the call.
    public enum Outcome {
        DONE(0),
        /// ENOENT or ENOTDIR.
        MISSING(1),
        FAILED(2),
        /// The call is still to be carried out.
        UNKNOWN(3);

        final int code;

        Outcome(int code) {
            this.code = code;
        }

        static Outcome of(int code) {
            for (Outcome one : values()) {
                if (one.code == code) {
                    return one;
                }
            }
            throw new IllegalArgumentException("no event has outcome " + code);
        }
    }

    /// What is known of the directory that a path starts from.
    public enum Base {
        /// The path is absolute in the container.
        NONE(0),
        COMPLETE(1),
        /// It is no directory of the tree: a pipe, or on a file system that was unmounted.
        DETACHED(2),
        TOO_DEEP(3),
        UNKNOWN(4);

        final int code;

        Base(int code) {
            this.code = code;
        }

        static Base of(int code) {
            for (Base one : values()) {
                if (one.code == code) {
                    return one;
                }
            }
            throw new IllegalArgumentException("no event has base " + code);
        }
    }

    /// Reads one record, which the programs of this build wrote.
    static TraceEvent read(ByteBuffer record) {
        int textBytes = record.getInt(Report.TEXT_BYTES);
        Kind kind = Kind.of(record.getInt(Report.KIND));
        Base base = Base.of(record.getInt(Report.BASE));
        ByteBuffer text = record.slice(Report.TEXT, textBytes);
        return new TraceEvent(
                record.getLong(Report.TIME),
                record.getInt(Report.PROCESS),
                record.getLong(Report.PROGRAM),
                record.getInt(Report.CALL),
                kind,
                Outcome.of(record.getInt(Report.OUTCOME)),
                record.getLong(Report.HOW),
                kind == Kind.ADDRESS || kind == Kind.LISTENER
                        ? StandardCharsets.ISO_8859_1.decode(text).toString()
                        : KernelText.read(text),
                base,
                base == Base.COMPLETE ? directory(record, Report.TEXT + textBytes) : "",
                KernelText.read(record.slice(Report.COMMAND, 16)),
                Integer.toUnsignedLong(record.getInt(Report.MOUNT_NAMESPACE)));
    }

    /// The names stand innermost first.
    private static String directory(ByteBuffer record, int from) {
        StringBuilder path = new StringBuilder();
        int at = from;
        for (int end = from; end < record.limit(); end++) {
            if (record.get(end) == 0) {
                path.insert(0, "/" + KernelText.read(record.slice(at, end - at)));
                at = end + 1;
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }
}
