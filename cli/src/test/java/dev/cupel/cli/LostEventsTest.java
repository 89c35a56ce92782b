package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.slim.report.ReportJson;
import dev.cupel.slim.report.SlimReport;
import dev.cupel.slim.report.Verdict;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A program that no sensor can follow, in a run that goes well otherwise. The program is a 32-bit one: what it asks for in vain is
/// not told by anybody.
@Needs({Provision.ROOT, Provision.RUNC, Provision.SHARED_DATA})
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
class LostEventsTest {
    private static final Path ALPINE = SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz");
    private static final int LOADED_AT = 0x08048000;
    private static final int HEADERS = 52 + 32; // Elf32_Ehdr, one Elf32_Phdr

    @TempDir
    private Path folder;

    @Test
    void a_run_that_was_not_seen_whole_is_not_called_verified_and_nothing_is_published() throws Exception {
        Path result = folder.resolve("result");

        Invocation refused = Invocation.of(
                "slim", "dir:" + image(), "--cmd", "/bin/true", "--exec", "/narrow", "--to", "oci:" + result, "--report", folder.resolve("report").toString());

        SlimReport report = new ReportJson().read(folder.resolve("report/report.json"));
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("NOT verified", "it was not seen whole", "32-bit", "Nothing was published");
        assertThat(result).doesNotExist();
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.run().complete()).isFalse();
        assertThat(report.run().lostEvents()).isPositive();
        assertThat(report.rounds()).hasSize(1);
    }

    private Path image() throws IOException, InterruptedException {
        Path root = Files.createDirectory(folder.resolve("root"));
        if (new ProcessBuilder("tar", "-xzf", ALPINE.toString(), "-C", root.toString()).inheritIO().start().waitFor() != 0) {
            throw new IOException("tar did not unpack " + ALPINE);
        }
        Path program = Files.write(root.resolve("narrow"), narrow());
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return root;
    }

    /// An executable of 32 bits that opens one file and ends (System V gABI, "ELF Header", "Program Header").
    private static byte[] narrow() {
        byte[] code = {
            (byte) 0xb8, 5, 0, 0, 0, // mov eax, 5: open
            (byte) 0xbb, HEADERS + 23, (byte) 0x80, 4, 8, // mov ebx, path
            0x31, (byte) 0xc9, (byte) 0xcd, (byte) 0x80, // xor ecx, ecx; int 0x80
            0x31, (byte) 0xc0, 0x40, 0x31, (byte) 0xdb, (byte) 0xcd, (byte) 0x80, // exit(0)
            0, 0
        };
        byte[] path = "/etc/motd\0".getBytes(StandardCharsets.US_ASCII);
        int size = HEADERS + code.length + path.length;
        return ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x7f, 'E', 'L', 'F', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0})
                .putShort((short) 2) // ET_EXEC
                .putShort((short) 3) // EM_386
                .putInt(1)
                .putInt(LOADED_AT + HEADERS)
                .putInt(52) // e_phoff
                .putInt(0)
                .putInt(0)
                .putShort((short) 52)
                .putShort((short) 32)
                .putShort((short) 1)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(1) // PT_LOAD
                .putInt(0)
                .putInt(LOADED_AT)
                .putInt(LOADED_AT)
                .putInt(size)
                .putInt(size)
                .putInt(5) // readable, executable
                .putInt(0x1000)
                .put(code)
                .put(path)
                .array();
    }
}
