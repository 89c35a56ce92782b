package dev.cupel.inventory.elf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Which functions were linked into a program made by Go. Its linker leaves out what nothing calls, and keeps the names of the rest
/// for stack traces even in stripped programs (`.gopclntab`, Go's src/debug/gosym/pclntab.go: names that end with a zero byte).
public final class GoFunctions {
    /// Of a program that Go did not make.
    public static final GoFunctions NONE = new GoFunctions(ByteBuffer.allocate(0));

    private final ByteBuffer program;

    private GoFunctions(ByteBuffer program) {
        this.program = program;
    }

    /// Those of a program, given its whole file.
    public static GoFunctions of(ByteBuffer program) {
        return new GoFunctions(program.slice());
    }

    /// Whether the function, written as in a stack trace, is among them.
    public boolean has(String function) {
        byte[] name = ("\0" + function + "\0").getBytes(StandardCharsets.UTF_8);
        int second = name.length > 1 ? name[1] : 0;
        for (int at = 0; at <= program.limit() - name.length; at++) {
            if (program.get(at + 1) == second && isAt(at, name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int at, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (program.get(at + i) != name[i]) {
                return false;
            }
        }
        return true;
    }
}
