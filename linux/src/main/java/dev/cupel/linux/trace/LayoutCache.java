package dev.cupel.linux.trace;

import dev.cupel.linux.bpf.KernelTypes;
import dev.cupel.linux.bpf.MalformedBtf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps what was looked up, one small file for each kernel build, because walking over the types takes a tenth of a second.
final class LayoutCache {
    private static final Path NOTES = Path.of("/sys/kernel/notes"); // with the build id
    private static final Path VERSION = Path.of("/proc/version");
    private static final int REGISTERS = 8;
    private static final String ABSENT = "-";

    private final Path directory;
    private final Processor processor;

    LayoutCache(Path directory, Processor processor) {
        this.directory = directory;
        this.processor = processor;
    }

    KernelLayout layout() throws IOException {
        Path file = directory.resolve("kernel-" + key() + ".offsets");
        Optional<KernelLayout> kept = Files.isRegularFile(file) ? parse(Files.readString(file)) : Optional.empty();
        if (kept.isPresent()) {
            return kept.get();
        }
        try {
            KernelLayout layout = KernelLayout.in(KernelTypes.read(), processor);
            write(file, layout);
            return layout;
        } catch (MalformedBtf e) {
            throw new IOException("the kernel's type information cannot be read: " + e.getMessage(), e);
        }
    }

    /// Reads numbers, one a line; empty when the file is not what [#write] writes today, so that it is made anew.
    static Optional<KernelLayout> parse(String text) {
        List<String> lines = text.lines().toList();
        int fields = KernelField.values().length;
        if (lines.size() != fields + REGISTERS || !lines.stream().allMatch(line -> line.matches("\\w+\\.\\w+ (\\d{1,5}|-)"))) {
            return Optional.empty();
        }
        Map<KernelField, Integer> offsets = new EnumMap<>(KernelField.class);
        Iterator<String> rest = lines.iterator();
        for (KernelField field : KernelField.values()) {
            String line = rest.next();
            if (!line.startsWith(name(field)) || (line.endsWith(ABSENT) && !field.optional)) {
                return Optional.empty();
            }
            if (!line.endsWith(ABSENT)) {
                offsets.put(field, number(line));
            }
        }
        List<Integer> registers = new ArrayList<>();
        while (rest.hasNext()) {
            String line = rest.next();
            if (line.endsWith(ABSENT)) {
                return Optional.empty();
            }
            registers.add(number(line));
        }
        return Optional.of(new KernelLayout(offsets, registers));
    }

    private void write(Path file, KernelLayout layout) throws IOException {
        StringBuilder text = new StringBuilder();
        for (KernelField field : KernelField.values()) {
            boolean there = layout.fields().containsKey(field);
            text.append(name(field)).append(there ? layout.of(field) : ABSENT).append('\n');
        }
        layout.registers().forEach(offset -> text.append("pt_regs.register ").append(offset).append('\n'));
        Files.createDirectories(directory);
        Path unfinished = Files.createTempFile(directory, "kernel-", ".new");
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String name(KernelField field) {
        return field.structure + "." + field.member + " ";
    }

    private static int number(String line) {
        return Integer.parseInt(line.substring(line.indexOf(' ') + 1));
    }

    private static String key() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (Files.isReadable(NOTES)) {
                digest.update(Files.readAllBytes(NOTES));
            }
            digest.update(Files.readString(VERSION).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
