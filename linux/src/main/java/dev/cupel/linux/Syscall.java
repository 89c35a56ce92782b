package dev.cupel.linux;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// Raw system calls through libc's `syscall(2)`. Nothing but binding and errno lives here.
@SuppressWarnings("restricted")
public final class Syscall {
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(groupElement("errno"));
    // long syscall(long number, ...);
    private static final MethodHandle SYSCALL = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
                    FunctionDescriptor.of(
                            JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                    Linker.Option.firstVariadicArg(1),
                    Linker.Option.captureCallState("errno"));

    private Syscall() {}

    /// Returns what the kernel returned, never -1: a failed call is an [ErrnoException] that names it. At most six arguments;
    /// pointers are [MemorySegment#address()] of segments that outlive the call.
    public static long call(String name, long number, long... arguments) throws ErrnoException {
        long[] six = java.util.Arrays.copyOf(arguments, 6);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE); // per call: no other thread's errno can leak in
            long result = (long) SYSCALL.invokeExact(state, number, six[0], six[1], six[2], six[3], six[4], six[5]);
            if (result != -1) {
                return result;
            }
            throw new ErrnoException(name, (int) ERRNO.get(state, 0L));
        } catch (ErrnoException e) {
            throw e;
        } catch (Throwable t) {
            throw new AssertionError("the handle of syscall(2) does not fit its descriptor", t);
        }
    }
}
