package dev.cupel.inventory.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What Go's linker kept and left out, told from the program alone.
class LinkedFunctionsTest {
    private static final String LIBRARY = "gopkg.in/lib.v3";

    @TempDir
    private Path work;

    @ParameterizedTest
    @Needs(Provision.GO)
    @ValueSource(strings = {"-mod=vendor", "-mod=vendor -ldflags '-s -w'", "-mod=vendor -trimpath -buildmode=pie -ldflags '-s -w'", "-mod=vendor -gcflags=all=-l"})
    void functions_that_are_called_are_there_and_others_are_not(String options) throws Exception {
        LinkedFunctions linked = LinkedFunctions.of(new GoPrograms(work).build(options));

        assertThat(List.of("T.Pointed", "T.Valued", "T.Small", "Generic", "Box.Get", "Outer")).allSatisfy(one -> assertThat(linked.spelled(LIBRARY, one)).as(one).isPresent());
        assertThat(linked.spelled(LIBRARY, "T.Pointed")).contains(LIBRARY + ".(*T).Pointed");
        assertThat(List.of("T.Unused", "Unused", "GenericUnused", "Box.Put")).allSatisfy(one -> assertThat(linked.spelled(LIBRARY, one)).as(one).isEmpty());
        assertThat(linked.spelled(LIBRARY + "/deep.er", "Used")).isPresent();
        assertThat(linked.hasPackage("net/http")).isFalse();
        assertThat(linked.hasPackage("os")).isTrue();
        assertThat(linked.spelled("example.org/tool", "main")).contains("example.org/tool.main");
        assertThat(linked.tellsAll("example.org/tool")).isTrue();
    }

    @Test
    @Needs(Provision.GO)
    void every_function_that_gos_own_tool_names_is_there() throws Exception {
        Path program = new GoPrograms(work).file("-mod=vendor");
        List<GoFunctionName> told = GoPrograms.run(work, "go tool nm " + program).lines()
                .map(line -> line.strip().split("\\s+", 3))
                .filter(parts -> parts.length == 3 && parts[1].equalsIgnoreCase("t") && !parts[2].startsWith("go:") && !parts[2].startsWith("type:"))
                // Labels of the linker, which stand for no function.
                .filter(parts -> !parts[2].matches("runtime\\.(e?text|end)|_rt0_.*"))
                .flatMap(parts -> GoFunctionName.parse(parts[2].replaceFirst("\\.(abi0|abiinternal)$", "")).stream())
                .toList();

        LinkedFunctions linked = LinkedFunctions.of(ByteBuffer.wrap(Files.readAllBytes(program)));

        assertThat(told).hasSizeGreaterThan(1000).allSatisfy(one -> assertThat(one.functions()).allMatch(function -> linked.spelled(one.path(), function).isPresent()));
    }

    @Test
    @Needs(Provision.GO)
    void packages_of_a_replaced_module_are_found_under_both_paths() throws Exception {
        new GoPrograms(work).file("-mod=vendor");
        GoPrograms.run(
                work.resolve("module"),
                """
                mv vendor/gopkg.in/lib.v3 fork; rm -r vendor; printf 'module gopkg.in/lib.v3\\ngo 1.20\\n' > fork/go.mod
                echo 'replace gopkg.in/lib.v3 => ./fork' >> go.mod; go build -o tool .
                """);

        LinkedFunctions linked = LinkedFunctions.of(ByteBuffer.wrap(Files.readAllBytes(work.resolve("module/tool"))));

        assertThat(linked.spelled(LIBRARY, "T.Pointed")).isPresent();
        assertThat(linked.spelled("./fork", "T.Pointed")).contains("./fork.(*T).Pointed");
        assertThat(linked.hasPackage("./fork/deep.er")).isTrue();
    }

    /// As Go up to 1.17 writes it; later ones leave the module out, and nothing is asked of it.
    @Test
    @Needs(Provision.GO)
    void of_a_program_built_from_a_list_of_files_its_own_module_is_not_known_whole() throws Exception {
        GoFunctionTable table = table(new GoPrograms(work).build("-mod=vendor main.go"));
        String frame = "0".repeat(16);

        LinkedFunctions linked = LinkedFunctions.of(
                GoBuildInfo.parse("go1.17", frame + "path\tcommand-line-arguments\nmod\texample.org/tool\t(devel)\ndep\tgopkg.in/lib.v3\tv3.0.0\n" + frame), List.of(table));

        assertThat(linked.tellsAll("example.org/tool/cmd")).isFalse();
        assertThat(linked.tellsAll("example.org/toolbox")).isTrue();
        assertThat(linked.tellsAll(LIBRARY)).isTrue();
    }

    @Test
    @Needs(Provision.GO)
    void the_table_is_found_where_no_section_names_it() throws Exception {
        ByteBuffer program = new GoPrograms(work).build("-mod=vendor -ldflags '-s -w'").order(ByteOrder.LITTLE_ENDIAN);
        LinkedFunctions linked = LinkedFunctions.of(program);

        program.putLong(40, 0).putShort(60, (short) 0); // e_shoff, e_shnum

        assertThat(LinkedFunctions.of(program)).isEqualTo(linked).isNotEqualTo(LinkedFunctions.UNKNOWN);
    }

    @ParameterizedTest
    @Needs(Provision.GO)
    @CsvSource({"0xfffffff0, true", "0xfffffffa, true", "0xfffffffb, false"})
    void older_tables_are_read_too_and_the_oldest_does_not_tell_all(String magic, boolean whole) throws Exception {
        ByteBuffer program = new GoPrograms(work).build("-mod=vendor").order(ByteOrder.LITTLE_ENDIAN);

        rewrite(program, (int) Long.decode(magic).longValue());

        LinkedFunctions linked = LinkedFunctions.of(program);
        assertThat(linked.spelled(LIBRARY, "T.Pointed")).isPresent();
        assertThat(linked.tellsAll(LIBRARY)).isEqualTo(whole);
    }

    @Test
    @Needs(Provision.GO)
    void of_a_program_that_lacks_the_runtime_nothing_is_known() throws Exception {
        ByteBuffer program = new GoPrograms(work).build("-mod=vendor -ldflags '-s -w'");
        byte[] name = "runtime.mallocgc\0".getBytes(StandardCharsets.US_ASCII);

        for (int at = 0; at < program.limit() - name.length; at++) {
            if (program.get(at) == 'r' && program.slice(at, name.length).equals(ByteBuffer.wrap(name))) {
                program.put(at, (byte) 'x');
            }
        }

        assertThat(LinkedFunctions.of(program)).isEqualTo(LinkedFunctions.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "net/http.(*http2Server).ServeConn.func1.2, net/http, (*http2Server).ServeConn",
        "gopkg.in/yaml%2ev3.T.V-fm, gopkg.in/yaml.v3, T;T.V",
        "a.org/x.F[go.shape.struct { b.org/y.Z }].func1, a.org/x, F",
        "a.org/x.(*L[...]).Push.gowrap1, a.org/x, (*L).Push",
        "a.org/x.T.funcs, a.org/x, T;T.funcs",
        "main.init.0, main, init;init.0",
        "a%zz.F, a%zz, F",
    })
    void names_are_taken_apart(String raw, String path, String functions) {
        assertThat(GoFunctionName.parse(raw)).contains(new GoFunctionName(path, List.of(functions.split(";"))));
    }

    @Test
    @Needs(Provision.GO)
    void damaged_tables_say_nothing_false_and_end() throws Exception {
        byte[] whole = Files.readAllBytes(new GoPrograms(work).file("-mod=vendor -ldflags '-s -w'"));
        int start = (int) table(ByteBuffer.wrap(whole)).start();
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] bytes = whole.clone();
            for (int change = 0; change < 4; change++) {
                bytes[start + random.nextInt(72)] = (byte) random.nextInt();
            }
            LinkedFunctions linked = LinkedFunctions.of(ByteBuffer.wrap(bytes, 0, i % 3 == 0 ? start + random.nextInt(4096) : bytes.length));
            assertThat(linked.equals(LinkedFunctions.UNKNOWN) || linked.spelled("runtime", "mallocgc").isPresent()).isTrue();
        }
    }

    @Test
    void segments_that_lie_in_one_another_do_not_make_a_search_long() {
        int segments = 60_000;
        ByteBuffer file = ByteBuffer.allocate(64 + 56 * segments).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x464c457f).put((byte) 2).put((byte) 1).put((byte) 1);
        file.putShort(16, (short) 2).putShort(18, (short) 62).putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) segments);
        for (int i = 0; i < segments; i++) {
            file.putInt(64 + 56 * i, 1).putLong(64 + 56 * i + 32, file.limit());
        }
        file.position(0);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(LinkedFunctions.of(file)).isEqualTo(LinkedFunctions.UNKNOWN));
    }

    @FuzzTest
    void any_bytes_are_a_table_or_none(byte[] bytes) throws MalformedElf {
        ElfBytes file = ElfBytes.of(ByteBuffer.wrap(bytes), bytes.length % 2 == 0, false, ElfLimits.USUAL);
        Optional<GoFunctionTable> table = GoFunctionTable.at(0, file);
        List<String> names = new ArrayList<>();
        try {
            if (table.isPresent()) {
                table.get().forEach(names::add);
            }
        } catch (MalformedElf e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
        assertThat(names.stream().mapToLong(String::length).sum()).isLessThan(1L << 30);
        names.forEach(GoFunctionName::parse);
    }

    private static GoFunctionTable table(ByteBuffer program) throws MalformedElf {
        ElfBytes file = ElfHeader.open(program, ElfLimits.USUAL);
        ElfHeader header = ElfHeader.read(file);
        return GoFunctionTable.find(file, header, ProgramHeader.readAll(file, header)).getFirst();
    }

    /// Gives the table the header of an older Go; of the oldest, all of the table but for two functions.
    private static void rewrite(ByteBuffer program, int magic) throws MalformedElf {
        int at = (int) table(program).start();
        program.putInt(at, magic);
        if (magic == 0xfffffffa) {
            for (int word = 3; word < 8; word++) {
                program.putLong(at + 8 + 8 * (word - 1), program.getLong(at + 8 + 8 * word));
            }
        } else if (magic == 0xfffffffb) {
            program.putLong(at + 8, 2).putLong(at + 24, 64).putLong(at + 40, 80);
            program.putInt(at + 64 + 8, 96).putInt(at + 80 + 8, 128);
            program.put(at + 96, "runtime.mallocgc\0".getBytes(StandardCharsets.US_ASCII)).put(at + 128, (LIBRARY.replace(".v", "%2ev") + ".(*T).Pointed\0").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
