package dev.cupel.inventory.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The same files, read by us and by binutils.
class ElfReaderAgainstReadelfTest {
    private static final int FILES = 400;
    private static final Pattern DYNAMIC =
            Pattern.compile("\\((NEEDED|SONAME|RPATH|RUNPATH)\\)\\s+(?:Shared library|Library soname|Library rpath|Library runpath): \\[(.*)]");

    @Test
    void libraries_names_paths_interpreters_and_build_ids_agree_with_readelf() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/readelf")), "binutils is not installed");
        List<Path> files = machineFiles();
        Map<Path, List<String>> told = readelf(files);

        Map<Path, List<String>> ours = new TreeMap<>();
        for (Path file : files) {
            ours.put(file, facts(new ElfReader().read(ByteBuffer.wrap(Files.readAllBytes(file)))));
        }

        assertThat(ours).hasSizeGreaterThan(50);
        assertThat(ours.keySet()).isEqualTo(told.keySet());
        ours.forEach((file, facts) -> assertThat(facts).as(file.toString()).isEqualTo(told.get(file)));
    }

    private static List<Path> machineFiles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("/usr/bin", "/usr/sbin", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> entries = Files.list(Path.of(folder))) {
                    found.addAll(entries.filter(ElfReaderAgainstReadelfTest::isSmallElf).sorted().limit(FILES / 2).toList());
                }
            }
        }
        return found;
    }

    private static boolean isSmallElf(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(20);
            return Files.size(file) < 4_000_000 && ElfReader.looksLikeElf(head) && (head[16] == 2 || head[16] == 3);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> facts(ElfFile file) {
        List<String> facts = new ArrayList<>();
        file.interpreter().ifPresent(path -> facts.add("INTERP " + path));
        file.buildId().ifPresent(id -> facts.add("ID " + id));
        file.needed().forEach(name -> facts.add("NEEDED " + name));
        file.soname().ifPresent(name -> facts.add("SONAME " + name));
        if (!file.rpath().isEmpty()) {
            facts.add("RPATH " + String.join(":", file.rpath()));
        }
        if (!file.runpath().isEmpty()) {
            facts.add("RUNPATH " + String.join(":", file.runpath()));
        }
        file.imports().forEach(name -> facts.add("UND " + name));
        return facts.stream().sorted().toList();
    }

    private static Map<Path, List<String>> readelf(List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/readelf", "-W", "-l", "-d", "-n", "--dyn-syms"));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Map<Path, List<String>> told = new TreeMap<>();
        List<String> current = new ArrayList<>();
        for (String line : new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).split("\n")) {
            Matcher dynamic = DYNAMIC.matcher(line);
            String[] words = line.trim().split("\\s+");
            if (line.startsWith("File: ")) {
                current = new ArrayList<>();
                told.put(Path.of(line.substring(6)), current);
            } else if (dynamic.find()) {
                current.add(dynamic.group(1) + " " + dynamic.group(2));
            } else if (line.contains("[Requesting program interpreter: ")) {
                current.add("INTERP " + line.replaceFirst(".*interpreter: ", "").replace("]", "").trim());
            } else if (line.contains("Build ID: ")) {
                current.add("ID " + line.replaceFirst(".*Build ID: ", "").trim());
            } else if (words.length >= 8 && words[6].equals("UND") && words[0].endsWith(":")) {
                current.add("UND " + words[7].replaceFirst("@.*", ""));
            }
        }
        told.replaceAll((_, facts) -> facts.stream().distinct().sorted().toList());
        return told;
    }
}
