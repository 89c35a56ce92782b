package dev.cupel.linux.calls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Numbers and names of one processor's system calls, as its kernel headers give them; `tables.sh` beside the resources made them.
/// The tables of 32-bit programs are others: never look their numbers up here.
public final class CallTable {
    private final Map<Integer, String> names;
    private final Map<String, Integer> numbers;

    private CallTable(Map<Integer, String> names) {
        this.names = Map.copyOf(names);
        Map<String, Integer> backwards = new TreeMap<>();
        names.forEach((number, name) -> backwards.put(name, number));
        this.numbers = Map.copyOf(backwards);
    }

    /// The table of the processor that a JVM calls so (system property `os.arch`): `amd64` or `aarch64`.
    public static CallTable of(String osArch) {
        String resource = osArch.equals("aarch64") ? "arm64.calls" : "x86-64.calls";
        try (InputStream in = CallTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the table " + resource + " is missing from this build");
            }
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Such as `openat`; empty for a number that is newer than the table.
    public Optional<String> name(int number) {
        return Optional.ofNullable(names.get(number));
    }

    /// Empty when this processor has no such call: arm64 has `openat` but no `open`.
    public OptionalInt number(String name) {
        Integer number = numbers.get(name);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /// All of them, by number.
    public Map<Integer, String> names() {
        return names;
    }

    private static CallTable read(BufferedReader lines) throws IOException {
        Map<Integer, String> names = new TreeMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.startsWith("#")) {
                int space = line.indexOf(' ');
                names.put(Integer.parseInt(line.substring(0, space)), line.substring(space + 1));
            }
        }
        return new CallTable(names);
    }
}
