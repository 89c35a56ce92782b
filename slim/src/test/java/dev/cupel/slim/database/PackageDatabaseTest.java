package dev.cupel.slim.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.image.compression.ZstdWriter;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.ChiselManifest;
import dev.cupel.inventory.packages.InstalledPackages;
import dev.cupel.inventory.packages.OsPackage;
import dev.cupel.slim.TestRoots;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageDatabaseTest {
    private static final String DEBIAN =
            """
            mkdir -p usr/bin usr/lib usr/share/doc/a var/lib/dpkg/info
            ln -s usr/bin bin
            for f in a b c; do echo $f > usr/bin/$f; done
            echo x > usr/lib/liba.so; echo d > usr/share/doc/a/copyright
            for p in a b c; do
                printf 'Package: %s\\nStatus: install ok installed\\nArchitecture: amd64\\nVersion: 1\\nConffiles:\\n /etc/x 0\\n\\n' $p >> var/lib/dpkg/status
                printf '/.\\n/bin\\n/bin/%s\\n' $p > var/lib/dpkg/info/$p.list
                printf '00000000000000000000000000000000  bin/%s\\n' $p > var/lib/dpkg/info/$p.md5sums
                echo 'exit 0' > var/lib/dpkg/info/$p.postinst
            done
            printf '/usr/lib\\n/usr/lib/liba.so\\n/usr/share/doc/a/copyright\\n' >> var/lib/dpkg/info/a.list
            printf 'Package: old\\nStatus: deinstall ok config-files\\nArchitecture: all\\nVersion: 0\\n\\n' >> var/lib/dpkg/status
            echo 1 > var/lib/dpkg/info/format; cp var/lib/dpkg/status var/lib/dpkg/status-old
            """;

    private static final String CHISEL =
            """
            {"jsonwall":"1.0","schema":"1.0","count":6}
            {"kind":"package","name":"libc6","version":"2.39","sha256":"aa","arch":"amd64"}
            {"kind":"package","name":"zlib1g","version":"1.3","sha256":"bb","arch":"amd64"}
            {"kind":"path","path":"/lib/libc.so.6","mode":"0755","slices":["libc6_libs"],"sha256":"cc","size":4}
            {"kind":"path","path":"/lib/libm.so.6","mode":"0755","slices":["libc6_libs"],"sha256":"dd","size":4}
            {"kind":"path","path":"/lib/libz.so.1","mode":"0755","slices":["zlib1g_libs"],"sha256":"ee","size":4}
            """;

    @TempDir
    private Path work;

    @Test
    void packages_with_a_file_left_stay_listed_with_what_is_left_and_the_others_go() throws Exception {
        Rewritten rewritten = rewritten(new TestRoots(work).made(DEBIAN), Set.of("/", "/bin", "/usr", "/usr/bin", "/usr/bin/a", "/usr/bin/b"));

        assertThat(rewritten.left()).containsExactly("a", "b");
        assertThat(text(rewritten, "/var/lib/dpkg/status"))
                .startsWith("Package: a\nCupel-Files: 4\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\nConffiles:\n /etc/x 0\n\nPackage: b\n")
                .doesNotContain("Package: c")
                .doesNotContain("Package: old");
        assertThat(text(rewritten, "/var/lib/dpkg/info/a.list")).isEqualTo("/.\n/bin\n/bin/a\n");
        assertThat(text(rewritten, "/var/lib/dpkg/info/b.md5sums")).isEqualTo("00000000000000000000000000000000  bin/b\n");
        assertThat(rewritten.dropped())
                .extracting(ImagePath::text)
                .contains("/var/lib/dpkg/info/c.list", "/var/lib/dpkg/info/c.postinst", "/var/lib/dpkg/info/a.postinst", "/var/lib/dpkg/status-old");
        assertThat(rewritten.contents().keySet()).doesNotContainAnyElementsOf(rewritten.dropped());
    }

    @Test
    void a_slim_image_tells_how_many_files_its_packages_came_with_however_often_it_was_slimmed() throws Exception {
        String first = slimmed(DEBIAN, "usr/bin/b", "usr/bin/c", "usr/share/doc/a/copyright");
        String second = slimmed(first, "usr/lib/liba.so");

        assertThat(cameWith(first, "a")).isEqualTo(4);
        assertThat(cameWith(second, "a")).isEqualTo(4);
    }

    @Test
    @Needs(Provision.ROOT)
    void dpkg_reads_the_rewritten_database_and_knows_the_count() throws Exception {
        Path admin = Files.createDirectory(work.resolve("admin"));
        Files.createDirectory(admin.resolve("info"));
        Rewritten rewritten = rewritten(new TestRoots(work).made(DEBIAN), Set.of("/usr/bin/a", "/usr/bin/b"));
        Files.writeString(admin.resolve("status"), text(rewritten, "/var/lib/dpkg/status"));

        assertThat(run("dpkg-query", "--admindir=" + admin, "-W", "-f", "${Package} ${Version} ${Cupel-Files}\n").lines())
                .containsExactly("a 1 4", "b 1 2");
    }

    @Test
    void directories_alone_leave_nothing_of_a_package() throws Exception {
        assertThat(rewritten(new TestRoots(work).made(DEBIAN), Set.of("/", "/usr", "/usr/bin", "/usr/lib")).left()).isEmpty();
    }

    @Test
    void distroless_packages_go_with_their_sums() throws Exception {
        RootFs root = new TestRoots(work)
                .made(
                        """
                        mkdir -p var/lib/dpkg/status.d usr/lib
                        for p in one two; do
                            echo x > usr/lib/$p
                            printf 'Package: %s\\nVersion: 2\\n' $p > var/lib/dpkg/status.d/$p
                            printf '0123456789abcdef0123456789abcdef  usr/lib/%s\\n' $p > var/lib/dpkg/status.d/$p.md5sums
                        done
                        printf 'Package: base\\nVersion: 2\\n' > var/lib/dpkg/status.d/base
                        """);

        Rewritten rewritten = rewritten(root, Set.of("/usr/lib/one"));

        assertThat(rewritten.contents().keySet()).extracting(ImagePath::name).containsExactlyInAnyOrder("base", "one", "one.md5sums");
        assertThat(rewritten.dropped()).extracting(ImagePath::name).containsExactlyInAnyOrder("two", "two.md5sums");
        assertThat(text(rewritten, "/var/lib/dpkg/status.d/one")).isEqualTo("Package: one\nCupel-Files: 1\nVersion: 2\n");
    }

    @Test
    void a_manifest_of_chisel_loses_the_packages_that_are_gone_and_still_tells_all_of_the_others() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        new ZstdWriter(3).compress(new ByteArrayInputStream(CHISEL.getBytes(StandardCharsets.UTF_8)), packed);
        Path wall = Files.write(work.resolve("wall"), packed.toByteArray());
        RootFs root = new TestRoots(work)
                .made("mkdir -p lib var/lib/chisel; touch lib/libc.so.6 lib/libm.so.6 lib/libz.so.1; cp " + wall + " var/lib/chisel/manifest.wall");

        Rewritten rewritten = rewritten(root, Set.of("/lib/libc.so.6"));

        assertThat(rewritten.left()).containsExactly("libc6");
        assertThat(ChiselManifest.lines(rewritten.contents().getOrDefault(ChiselManifest.PLACE, new byte[0])))
                .hasSize(4)
                .first().isEqualTo("{\"jsonwall\":\"1.0\",\"schema\":\"1.0\",\"count\":4}");
        assertThat(ChiselManifest.lines(rewritten.contents().getOrDefault(ChiselManifest.PLACE, new byte[0])))
                .filteredOn(line -> line.contains("libm") || line.contains("libc.so"))
                .hasSize(2);
    }

    @Test
    @Needs({Provision.SHARED_DATA, Provision.ROOT})
    void alpines_own_package_manager_reads_the_rewritten_database() throws Exception {
        Path archive = SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz");
        Path tree = Files.createDirectory(work.resolve("tree"));
        run("tar", "-xzf", archive.toString(), "-C", tree.toString());
        RootFs root = new TestRoots(work).of(archive);

        Rewritten rewritten = rewritten(root, Set.of("/", "/bin", "/bin/busybox", "/lib", "/lib/ld-musl-x86_64.so.1", "/etc", "/etc/passwd"));
        Files.writeString(tree.resolve("lib/apk/db/installed"), text(rewritten, "/lib/apk/db/installed"));

        assertThat(run("chroot", tree.toString(), "/sbin/apk", "info", "--no-network").lines()).containsExactlyInAnyOrder("musl", "busybox", "alpine-baselayout-data");
        assertThat(run("chroot", tree.toString(), "/sbin/apk", "info", "--no-network", "-qL", "busybox").lines().filter(line -> !line.isBlank()))
                .containsExactly("bin/busybox");
        int before = InstalledPackages.in(root).named("busybox").map(OsPackage::listed).orElse(0);
        assertThat(text(rewritten, "/lib/apk/db/installed")).containsPattern("P:busybox\nx:" + before + "\n");
    }

    private static Rewritten rewritten(RootFs root, Set<String> kept) throws Exception {
        return new PackageDatabase(root, InstalledPackages.in(root)).leaving(path -> kept.contains(path.text()));
    }

    /// The script of an image from which these paths went, and of which the databases say so.
    private String slimmed(String script, String... gone) throws Exception {
        Path written = Files.createTempDirectory(work, "written");
        RootFs root = new TestRoots(work).made(script);
        Rewritten rewritten = new PackageDatabase(root, InstalledPackages.in(root)).leaving(path -> !List.of(gone).contains(path.text().substring(1)));
        for (Map.Entry<ImagePath, byte[]> one : rewritten.contents().entrySet()) {
            Path file = written.resolve(one.getKey().text().substring(1));
            Files.createDirectories(file.getParent());
            Files.write(file, one.getValue());
        }
        return script + "\nrm -f " + String.join(" ", gone) + "; cp -r " + written + "/. .\n";
    }

    private int cameWith(String script, String name) throws Exception {
        return InstalledPackages.in(new TestRoots(work).made(script)).named(name).map(OsPackage::listed).orElse(0);
    }

    private static String text(Rewritten rewritten, String path) {
        return new String(rewritten.contents().getOrDefault(ImagePath.of(path), new byte[0]), StandardCharsets.UTF_8);
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }
}
