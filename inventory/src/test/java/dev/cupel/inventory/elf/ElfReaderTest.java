package dev.cupel.inventory.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ElfReaderTest {
    private static final String NOTE =
            """
            [{"soname":["liblz4.so.1"],"feature":"lz4","priority":"suggested"},{"soname":["libb.so.2","libb.so.1"]}]""";

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(true, ByteOrder.LITTLE_ENDIAN),
                Arguments.of(true, ByteOrder.BIG_ENDIAN),
                Arguments.of(false, ByteOrder.LITTLE_ENDIAN),
                Arguments.of(false, ByteOrder.BIG_ENDIAN));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_class_and_byte_order_is_read(boolean is64, ByteOrder order) throws MalformedElf {
        byte[] file = new ElfSample(is64, order)
                .write(
                        40,
                        "/lib/ld-x.so.1",
                        List.of(Map.entry(1L, "liba.so.1"), Map.entry(29L, "$ORIGIN/../lib:/opt/lib"), Map.entry(14L, "self.so")),
                        NOTE);

        ElfFile read = new ElfReader().read(ByteBuffer.wrap(file));

        assertThat(read.target()).isEqualTo(new ElfTarget(is64 ? 64 : 32, order == ByteOrder.BIG_ENDIAN, 40));
        assertThat(read.interpreter()).contains("/lib/ld-x.so.1");
        assertThat(read.needed()).containsExactly("liba.so.1");
        assertThat(read.runpath()).containsExactly("$ORIGIN/../lib", "/opt/lib");
        assertThat(read.soname()).contains("self.so");
        assertThat(read.dlopen()).extracting(DlopenNote::sonames)
                .containsExactly(List.of("liblz4.so.1"), List.of("libb.so.2", "libb.so.1"));
    }

    @Test
    void a_file_cut_anywhere_is_malformed_or_still_read_but_never_worse() {
        byte[] file = new ElfSample(true, ByteOrder.LITTLE_ENDIAN)
                .write(62, "/lib64/ld.so", List.of(Map.entry(1L, "libc.so.6")), "[]");

        for (int size = 0; size < file.length - 16; size++) {
            byte[] cut = Arrays.copyOf(file, size);
            assertThatThrownBy(() -> new ElfReader().read(ByteBuffer.wrap(cut))).isInstanceOf(MalformedElf.class);
        }
    }

    @Test
    void a_note_that_is_not_json_is_malformed() {
        byte[] file = new ElfSample(true, ByteOrder.LITTLE_ENDIAN).write(62, "/lib64/ld.so", List.of(), "{");

        assertThatThrownBy(() -> new ElfReader().read(ByteBuffer.wrap(file)))
                .isInstanceOf(MalformedElf.class)
                .hasMessageContaining("is not JSON");
    }

    @Test
    void names_of_libraries_are_found_between_other_texts_and_patterns_are_not() {
        byte[] text = "\0libssl.so.3\0lib%s.so\0/usr/lib/a/b.so\0.so\0see libz.so for more\0libx.so.1.2"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(LibraryNames.in(ByteBuffer.wrap(text))).containsExactly("/usr/lib/a/b.so", "libssl.so.3", "libx.so.1.2");
    }

    @FuzzTest
    void any_bytes_are_read_or_refused(byte[] bytes) {
        try {
            new ElfReader(new ElfLimits(64, 64, 256, 1024, 256)).read(ByteBuffer.wrap(bytes));
        } catch (MalformedElf expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
    }

    @FuzzTest
    void any_bytes_have_a_module_entry_and_a_bill_or_none(byte[] bytes) {
        try {
            assertThat(PhpExtension.find(ByteBuffer.wrap(bytes)).map(PhpExtension::name).orElse("x")).isNotEmpty();
        } catch (MalformedElf expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
        try {
            assertThat(BuiltInBill.find(ByteBuffer.wrap(bytes)).map(ByteBuffer::remaining).orElse(0)).isLessThanOrEqualTo(bytes.length);
        } catch (MalformedElf expected) {
            assertThat(expected).hasMessageNotContaining("null");
        }
    }
}
