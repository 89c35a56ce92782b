package dev.cupel.linux.trace;

/// The record that programs write to the ring buffer, as offsets in bytes: a head, the text as the program gave it with its
/// NUL, then the names of the directories above it, innermost first, each with its NUL. Behind the longest possible record
/// lies room for the caller's registers, which are never sent.
final class Report {
    static final int TIME = 0; // u64, CLOCK_MONOTONIC
    static final int THREAD = 8; // u32
    static final int PROCESS = 12; // u32
    static final int PROGRAM = 16; // u64: an identity that a STARTED record gives a name; 0 before the first exec
    static final int CALL = 24; // u32: number of the system call
    static final int KIND = 28; // u32: see TraceEvent.Kind
    static final int RESULT = 32; // s64
    static final int ARGUMENTS = 40; // u64[6]
    static final int TEXT_BYTES = 88; // u32, with the NUL
    static final int BASE = 92; // u32: see TraceEvent.Base
    static final int COMMAND = 96; // char[16]
    static final int MOUNT_NAMESPACE = 112; // u32
    static final int OUTCOME = 116; // u32: 0 done, 1 no such file, 2 another error
    static final int HOW = 120; // u64[3]: struct open_how
    static final int USED = 144; // u32: bytes of text and names so far; not for readers
    static final int TEXT = 152;

    static final int LONGEST_TEXT = 4096; // PATH_MAX, linux/limits.h
    static final int LONGEST_NAME = 256; // NAME_MAX and the NUL
    /// Room for text and directories. A value in a per-processor map has 32 KiB at most.
    static final int LONGEST_TEXTS = 24 << 10;
    static final int REGISTERS = TEXT + LONGEST_TEXTS + 2 * LONGEST_NAME;
    static final int BYTES = REGISTERS + 320;

    private Report() {}
}
