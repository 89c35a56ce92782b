package dev.cupel.inventory.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoreFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"feedfeed", "feedfeed00000003", "feedfeed00000002ffffffff", "feedfeed000000020000000100000002ffff", "feedfeed0000000200000001000000090000" + "0000000000000000"})
    void what_is_no_store_of_java_is_refused(String hex) {
        assertThatThrownBy(() -> JavaKeyStore.read(HexFormat.of().parseHex(hex))).isInstanceOf(MalformedKeyStore.class);
    }

    @Test
    void the_rounds_of_every_part_are_counted_wherever_it_is_wrapped() throws Exception {
        byte[] derivation = sequence(element(4, new byte[8]), element(2, new byte[] {0x0f, 0x42, 0x40}));

        assertThat(Pkcs12Store.rounds(sequence(derivation, element(4, derivation), new byte[200]))).isEqualTo(2_000_000);
    }

    @Test
    void rounds_cannot_hide_behind_what_is_not_readable() {
        byte[] derivation = sequence(element(4, new byte[8]), element(2, new byte[] {0x0f, 0x42, 0x40}));
        byte[] indefinite = concat(new byte[] {0x30, (byte) 0x80}, derivation, new byte[2]);

        assertThatThrownBy(() -> Pkcs12Store.rounds(sequence(element(4, indefinite), new byte[200]))).isInstanceOf(MalformedKeyStore.class);
        assertThatThrownBy(() -> Pkcs12Store.rounds(sequence(element(4, sequence(indefinite)), new byte[200]))).isInstanceOf(MalformedKeyStore.class);
    }

    @FuzzTest
    void any_bytes_are_a_store_or_refused(byte[] bytes) {
        try {
            assertThat(JavaKeyStore.read(bytes).privateKeys()).isNotNegative();
        } catch (MalformedKeyStore e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
        try {
            if (Pkcs12Store.rounds(bytes) < 1000) {
                assertThat(Pkcs12Store.read(bytes).certificates()).isNotNull();
            }
        } catch (MalformedKeyStore e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static byte[] sequence(byte[]... parts) {
        return element(0x30, concat(parts));
    }

    private static byte[] element(int tag, byte[] content) {
        int size = content.length;
        byte[] head = size < 128 ? new byte[] {(byte) tag, (byte) size} : new byte[] {(byte) tag, (byte) 0x82, (byte) (size >> 8), (byte) size};
        return concat(head, content);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
