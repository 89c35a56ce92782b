package dev.cupel.inventory.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.TestRoots;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledPackagesTest {
    private static final String DEBIAN =
            """
            mkdir -p usr/bin usr/lib usr/share/doc/tool var/lib/dpkg/info etc
            ln -s usr/bin bin; ln -s usr/lib lib
            echo x > usr/bin/sh.tool; echo y > usr/bin/sh; echo z > usr/lib/liba.so.1; echo c > etc/tool.conf
            cat > var/lib/dpkg/status <<'END'
            Package: tool
            Status: install ok installed
            Priority: required
            Architecture: amd64
            Version: 1:2.0-3+b1
            Source: toolbox (1:2.0-3)
            Provides: virtual-tool (= 2)
            Pre-Depends: liba (>= 1)
            Depends: absent | liba:any, other
            Description: first line
             second: line

            Package: liba
            Status: install ok installed
            Multi-Arch: same
            Architecture: amd64
            Version: 1

            Package: other
            Status: install ok installed
            Architecture: all
            Version: 3
            Depends: virtual-tool

            Package: gone
            Status: deinstall ok config-files
            Architecture: all
            Version: 4
            END
            printf '/.\\n/bin\\n/bin/sh\\n/etc\\n/etc/tool.conf\\n/usr/share/doc/tool/absent\\n' > var/lib/dpkg/info/tool.list
            printf '/lib/liba.so.1\\n' > var/lib/dpkg/info/liba:amd64.list
            printf '/bin/sh\\n' > var/lib/dpkg/info/other.list
            printf '/bin/sh\\n/bin/sh.tool\\nother\\n' > var/lib/dpkg/diversions
            """;

    @TempDir
    private Path work;

    @Test
    void a_debian_database_is_read_with_links_diversions_and_provided_names() throws Exception {
        InstalledPackages packages = InstalledPackages.in(new TestRoots(work).made(DEBIAN));

        OsPackage tool = packages.named("tool").orElseThrow();
        assertThat(packages.packages()).extracting(OsPackage::name).containsExactly("liba", "other", "tool");
        assertThat(tool.version()).isEqualTo("1:2.0-3+b1");
        assertThat(tool.source()).isEqualTo("toolbox");
        assertThat(tool.sourceVersion()).isEqualTo("1:2.0-3");
        assertThat(tool.listed()).isEqualTo(3);
        assertThat(tool.essential()).isTrue();
        assertThat(tool.depends()).containsExactly("liba", "other");
        assertThat(packages.named("other").orElseThrow().depends()).containsExactly("tool");
        assertThat(tool.files()).extracting(ImagePath::text).containsExactly("/", "/bin", "/etc", "/etc/tool.conf", "/usr/bin/sh.tool");
        assertThat(packages.ownerOf(ImagePath.of("/usr/bin/sh"))).map(OsPackage::name).contains("other");
        assertThat(packages.ownerOf(ImagePath.of("/usr/lib/liba.so.1"))).map(OsPackage::name).contains("liba");
        assertThat(packages.ownerOf(ImagePath.of("/usr/bin/unknown"))).isEmpty();
    }

    @Test
    void a_distroless_database_is_read_from_its_folder() throws Exception {
        RootFs root = new TestRoots(work)
                .made(
                        """
                        mkdir -p var/lib/dpkg/status.d usr/lib
                        echo x > usr/lib/libc.so.6
                        printf 'Package: libc6\\nVersion: 2.36\\nArchitecture: amd64\\nSource: glibc\\n' > var/lib/dpkg/status.d/libc6
                        printf '0123456789abcdef0123456789abcdef  usr/lib/libc.so.6\\n' > var/lib/dpkg/status.d/libc6.md5sums
                        """);

        InstalledPackages packages = InstalledPackages.in(root);

        assertThat(packages.packages()).extracting(OsPackage::source).containsExactly("glibc");
        assertThat(packages.ownerOf(ImagePath.of("/usr/lib/libc.so.6"))).map(OsPackage::name).contains("libc6");
    }

    @Test
    @Needs({Provision.SHARED_DATA, Provision.ROOT})
    void alpine_packages_have_the_files_that_its_own_package_manager_tells() throws Exception {
        Path archive = SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz");
        run(List.of("tar", "-xzf", archive.toString(), "-C", work.toString()));
        InstalledPackages packages = InstalledPackages.in(new TestRoots(work.resolve("tmp")).of(archive));

        Map<String, TreeSet<String>> ours = new TreeMap<>();
        Map<String, TreeSet<String>> told = new TreeMap<>();
        for (OsPackage one : packages.packages()) {
            TreeSet<String> files = new TreeSet<>();
            one.files().stream().filter(path -> !Files.isDirectory(work.resolve(path.text().substring(1)))).forEach(path -> files.add(path.text()));
            ours.put(one.name(), files);
            TreeSet<String> listed = new TreeSet<>();
            run(List.of("chroot", work.toString(), "/sbin/apk", "info", "--no-network", "-L", one.name()))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.endsWith("contains:"))
                    .map(line -> "/" + line)
                    .filter(line -> Files.exists(work.resolve(line.substring(1)), LinkOption.NOFOLLOW_LINKS)
                            && !Files.isDirectory(work.resolve(line.substring(1))))
                    .forEach(listed::add);
            told.put(one.name(), listed);
        }

        assertThat(ours).hasSize(14).isEqualTo(told);
        assertThat(packages.named("ssl_client").orElseThrow().source()).isEqualTo("busybox");
        assertThat(packages.named("busybox").orElseThrow().depends()).contains("musl");
    }

    @Test
    void files_of_this_machines_packages_are_those_that_dpkg_tells() throws Exception {
        assumeTrue(Files.exists(Path.of("/var/lib/dpkg/status")), "not a Debian machine");
        RootFs root = new TestRoots(work)
                .ofMachine(List.of("bin", "sbin", "lib", "usr/sbin", "etc", "var/lib/dpkg/status", "var/lib/dpkg/info", "var/lib/dpkg/diversions"));
        InstalledPackages packages = InstalledPackages.in(root);

        List<String> sample = packages.packages().stream().map(OsPackage::name).filter(name -> name.length() % 7 == 0).distinct().toList();
        for (String name : sample) {
            TreeSet<String> told = new TreeSet<>();
            for (String line : run(List.of("dpkg-query", "-L", name)).lines().toList()) {
                Path file = Path.of(line.startsWith("/") ? line : "/none");
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(file)) {
                    String real = Objects.requireNonNull(file.getParent()).toRealPath().resolve(file.getFileName()).toString();
                    if (root.at(ImagePath.of(real)).isPresent()) {
                        told.add(real);
                    }
                }
            }
            TreeSet<String> ours = new TreeSet<>();
            packages.packages().stream()
                    .filter(one -> one.name().equals(name))
                    .flatMap(one -> one.files().stream())
                    .filter(path -> !Files.isDirectory(Path.of(path.text())))
                    .forEach(path -> ours.add(path.text()));
            assertThat(ours).as(name).isEqualTo(told);
        }
        assertThat(sample).isNotEmpty();
    }

    @FuzzTest
    void any_text_is_a_database_or_refused(FuzzedDataProvider bytes) {
        String text = bytes.consumeRemainingAsString();
        try {
            assertThat(ControlFile.read(text)).allSatisfy(stanza -> assertThat(stanza.fields()).isNotEmpty());
            assertThat(ApkInstalled.read(text, ImagePath.ROOT)).allSatisfy(record -> assertThat(record.kind()).isEqualTo("apk"));
            assertThat(Diversions.read(text).byPath()).isNotNull();
            assertThat(Dependencies.debianNames(text)).doesNotContain("");
        } catch (MalformedPackageDatabase expected) {
            assertThat(expected).hasMessageMatching("more than .*|a paragraph without any field");
        }
    }

    private static String run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
