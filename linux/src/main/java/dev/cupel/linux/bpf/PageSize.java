package dev.cupel.linux.bpf;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The size of a memory page: 4096 on x86-64; 4096, 16384 or 65536 on arm64.
@SuppressWarnings("restricted")
final class PageSize {
    // int getpagesize(void);
    private static final MethodHandle GETPAGESIZE = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("getpagesize"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT));

    private PageSize() {}

    static long bytes() {
        try {
            return (int) GETPAGESIZE.invokeExact();
        } catch (Throwable t) {
            throw new AssertionError("the handle of getpagesize(3) does not fit its descriptor", t);
        }
    }
}
