package dev.cupel.inventory.elf;

import java.util.Arrays;
import java.util.List;

/// Gathers short hashes of names: a program has some hundred thousand.
final class FunctionHashes {
    /// Of 48 bits: two names of a large program share one in a billionth of all cases, and then a function counts as linked.
    private static final int UNUSED_BITS = 16;

    private static final long START = 0xcbf2_9ce4_8422_2325L;
    private static final int MOST = 4_000_000;

    private long[] all = new long[1 << 14];
    private int count;

    void add(String path) {
        put(mixed(folded(START, path)));
    }

    void add(String path, String function) {
        put(mixed(folded(folded(folded(START, path), "."), function)));
    }

    private void put(long hash) {
        if (count == all.length && count <= MOST) {
            all = Arrays.copyOf(all, Math.min(MOST + 1, 2 * count));
        }
        if (count < all.length) {
            all[count++] = hash;
        }
    }

    /// FNV-1a, its halves mixed: quick, and whoever makes a program can name functions as he likes anyway.
    static long of(String name) {
        return mixed(folded(START, name));
    }

    private static long folded(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100_0000_01b3L;
        }
        return hash;
    }

    private static long mixed(long hash) {
        return ((hash ^ (hash >>> 32)) * 0x9e37_79b9_7f4a_7c15L) >>> UNUSED_BITS;
    }

    /// Distinct and sorted. More than four million are a [MalformedElf].
    List<Long> sorted() throws MalformedElf {
        if (count > MOST) {
            throw new MalformedElf("more than " + MOST + " names of functions of Go");
        }
        return Arrays.stream(all, 0, count).sorted().distinct().boxed().toList();
    }
}
