package dev.cupel.inventory.packages.rpm;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against rpm itself: packages that it built and installed into an empty root, told by its own queries.
class RpmDatabaseTest {
    /// Forty packages of one source make pages of every kind; a long list of files makes one row overflow its page.
    private static final String INSTALLED =
            """
            { printf 'Name: tools\\nVersion: 1\\nRelease: 1.el9\\nSummary: s\\nLicense: MIT and GPLv2+\\nBuildArch: noarch\\n%%description\\nd\\n'
              for i in $(seq 1 40); do
                printf '%%package -n tool%s\\nSummary: s\\nVersion: 1.%s\\nProvides: virtual(%s) = 1\\n' $i $i $i
                [ $((i % 3)) = 0 ] && echo "Epoch: $i"
                printf '%%description -n tool%s\\nd\\n' $i
                printf '%%files -n tool%s\\n/opt/tool%s/d\\n%%ghost /opt/tool%s/ghost\\n' $i $i $i
              done
              printf '%%install\\nfor i in $(seq 1 40); do mkdir -p %%{buildroot}/opt/tool$i/d; touch %%{buildroot}/opt/tool$i/ghost\\n'
              printf 'for f in $(seq 1 $((i * 10))); do echo > %%{buildroot}/opt/tool$i/d/file-with-a-long-name-$f; done; done\\n'
            } > tools.spec
            rpmbuild -bb --quiet --define "_topdir $PWD/build" --define "_rpmdir $PWD/rpms" tools.spec >/dev/null
            rpm --root "$PWD/root" --initdb
            rpm --root "$PWD/root" -i --nodeps --noscripts --ignorearch rpms/noarch/*.rpm
            rpm --root "$PWD/root" -e --nodeps tool7
            """;

    private static final String TOLD = "rpm --root \"$PWD/root\" -qa --qf '%{NAME} %|EPOCH?{%{EPOCH}:}:{}|%{VERSION}-%{RELEASE} %{ARCH} %{SOURCERPM} %{LICENSE}\\n' | sort";

    @TempDir
    private Path work;

    @Test
    @Needs({Provision.RPM, Provision.ROOT})
    void a_database_that_rpm_wrote_has_the_packages_and_files_that_rpm_tells() throws Exception {
        shell(INSTALLED);
        Path folder = home();

        List<RpmRecord> packages = RpmDatabase.read(bytes(folder.resolve("rpmdb.sqlite")), bytes(folder.resolve("rpmdb.sqlite-wal")));

        assertThat(packages).hasSize(39);
        assertThat(packages.stream().map(RpmDatabaseTest::line).sorted()).containsExactlyElementsOf(shell(TOLD).lines().sorted().toList());
        RpmRecord large = packages.stream().filter(one -> one.name().equals("tool40")).findFirst().orElseThrow();
        List<String> told = shell("rpm --root \"$PWD/root\" -q --qf '[%{FILEFLAGS:fflags} %{FILENAMES}\\n]' tool40 | grep -v '^g' | sed 's/^ *//' | sort").lines().sorted().toList();
        assertThat(large.files().stream().sorted()).containsExactlyElementsOf(told).hasSize(401);
        assertThat(large.provides()).contains("virtual(40)");
    }

    @Test
    @Needs({Provision.RPM, Provision.ROOT})
    void the_other_two_formats_hold_the_same_headers() throws Exception {
        shell(INSTALLED);
        Path folder = home();
        List<byte[]> headers = new SqliteTable(SqlitePages.of(bytes(folder.resolve("rpmdb.sqlite")), bytes(folder.resolve("rpmdb.sqlite-wal"))))
                .blobs("Packages");
        List<RpmRecord> expected = RpmDatabase.read(bytes(folder.resolve("rpmdb.sqlite")), bytes(folder.resolve("rpmdb.sqlite-wal")));

        assertThat(RpmDatabase.read(ndb(headers), ByteBuffer.allocate(0))).isEqualTo(expected);

        berkeley(headers);
        ByteBuffer berkeley = bytes(work.resolve("bdb/Packages"));
        assertThat(RpmDatabase.read(berkeley, ByteBuffer.allocate(0))).containsExactlyInAnyOrderElementsOf(expected);
        // rpm's own reader of the old format agrees that this is one.
        String told = shell("rpm --define '_db_backend bdb_ro' --dbpath \"$PWD/bdb\" -qa --qf '%{NAME}\\n' | sort");
        assertThat(told.lines()).containsExactlyInAnyOrderElementsOf(expected.stream().map(RpmRecord::name).toList());
    }

    @FuzzTest
    void any_bytes_are_a_database_or_refused(FuzzedDataProvider data) {
        String magic = data.pickValue(List.of("", "SQLite format 3\0", "RpmP").toArray(String[]::new));
        byte[] rest = data.consumeRemainingAsBytes();
        byte[] all = new byte[magic.length() + rest.length];
        System.arraycopy(magic.getBytes(StandardCharsets.ISO_8859_1), 0, all, 0, magic.length());
        System.arraycopy(rest, 0, all, magic.length(), rest.length);
        try {
            assertThat(RpmDatabase.read(ByteBuffer.wrap(all), ByteBuffer.wrap(rest))).isNotNull();
            assertThat(RpmRecord.read(rest)).isNotNull();
        } catch (MalformedRpm expected) {
            assertThat(expected).hasMessageNotContaining("Exception");
        }
    }

    private static String line(RpmRecord one) {
        return "%s %s %s %s %s".formatted(one.name(), one.version(), one.architecture(), one.sourceRpm(), one.licence());
    }

    /// The layout of rpmpkg.c: header in the room of two slots, slots of one page, blobs of whole blocks.
    private static ByteBuffer ndb(List<byte[]> headers) {
        int bytes = 4096 + headers.stream().mapToInt(one -> (16 + one.length + 12 + 15) / 16 * 16).sum();
        ByteBuffer out = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RpmP".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(1).putInt(1).putInt(headers.size() + 1);
        int at = 4096;
        for (int i = 0; i < headers.size(); i++) {
            int blocks = (16 + headers.get(i).length + 12 + 15) / 16;
            out.position(32 + 16 * i).put("Slot".getBytes(StandardCharsets.US_ASCII)).putInt(i + 1).putInt(at / 16).putInt(blocks);
            out.position(at).put("BlbS".getBytes(StandardCharsets.US_ASCII)).putInt(i + 1).putInt(1).putInt(headers.get(i).length).put(headers.get(i));
            at += blocks * 16;
        }
        return out.position(0);
    }

    /// Written by Berkeley DB itself, which Perl has.
    private void berkeley(List<byte[]> headers) throws IOException, InterruptedException {
        Files.createDirectories(work.resolve("bdb"));
        for (int i = 0; i < headers.size(); i++) {
            Files.write(work.resolve("bdb/%03d.hdr".formatted(i)), headers.get(i));
        }
        shell(
                """
                perl -MDB_File -e 'my $info = DB_File::HASHINFO->new; tie(my %h, "DB_File", "bdb/Packages", O_RDWR|O_CREAT, 0644, $info) or die $!;
                  my $n = 0; $h{pack("L", 0)} = pack("L", 1000);
                  for my $f (sort glob("bdb/*.hdr")) { open(my $in, "<:raw", $f); local $/; $h{pack("L", ++$n)} = <$in>; } untie %h;'
                rm bdb/*.hdr
                """);
    }

    private Path home() throws IOException {
        try (var files = Files.walk(work.resolve("root"))) {
            return Objects.requireNonNull(files.filter(path -> path.endsWith("rpmdb.sqlite")).findFirst().orElseThrow().getParent());
        }
    }

    private static ByteBuffer bytes(Path file) throws IOException {
        return ByteBuffer.wrap(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
    }

    private String shell(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-e", "-c", script)
                .directory(work.toFile())
                .redirectError(work.resolve("errors").toFile())
                .start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(Files.readString(work.resolve("errors"))).isZero();
        return out;
    }
}
