package dev.cupel.slim.analysis.system.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.TestRoots;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.system.TestContext;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElfAnalyzerTest {
    private static final List<String> PROGRAMS =
            List.of("/usr/bin/tar", "/usr/bin/ls", "/usr/bin/curl", "/usr/bin/perl", "/usr/bin/openssl", "/usr/bin/git", "/usr/bin/bash", "/usr/bin/apt-get");

    @TempDir
    private Path work;

    @Test
    void libraries_of_this_machines_programs_are_those_that_ldd_tells() throws Exception {
        List<String> programs = PROGRAMS.stream().filter(file -> Files.isExecutable(Path.of(file))).toList();
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ldd")) && Files.exists(Path.of("/etc/ld.so.cache")), "no glibc here");
        Set<String> paths = new TreeSet<>(List.of("bin", "lib", "lib64", "etc/ld.so.cache"));
        for (String program : programs) {
            paths.add(program.substring(1));
            for (String library : ldd(program)) {
                paths.add(library.substring(1));
                paths.add(Path.of(library).toRealPath().toString().substring(1));
            }
        }
        RootFs root = new TestRoots(work).ofMachine(paths.stream().filter(path -> Files.exists(Path.of("/" + path))).toList());

        for (String program : programs) {
            assertThat(loaded(root, program)).as(program).isEqualTo(real(root, ldd(program)));
        }
    }

    @Test
    void an_rpath_of_the_program_holds_for_libraries_of_its_libraries() throws Exception {
        RootFs root = built(
                """
                echo 'int b(void){return 1;}' > b.c; echo 'int b(void);int a(void){return b();}' > a.c; echo 'int a(void);int main(void){return a();}' > m.c
                gcc -shared -fPIC -o opt/x/deep/libb.so b.c
                gcc -shared -fPIC -o opt/x/libs/liba.so a.c -Lopt/x/deep -lb
                gcc -o opt/x/bin/old m.c -Lopt/x/libs -la -Wl,--disable-new-dtags -Wl,-rpath,'$ORIGIN/../libs:$ORIGIN/../deep' -Wl,-rpath-link,opt/x/deep
                gcc -o opt/x/bin/new m.c -Lopt/x/libs -la -Wl,--enable-new-dtags -Wl,-rpath,'$ORIGIN/../libs' -Wl,-rpath-link,opt/x/deep
                mkdir -p opt/x/libs/glibc-hwcaps/x86-64-v3; cp opt/x/libs/liba.so opt/x/libs/glibc-hwcaps/x86-64-v3/; printf 'junk' > opt/x/decoy/libb.so
                """);

        assertThat(TestContext.of(root).needs(new ElfAnalyzer(), "/opt/x/bin/old"))
                .contains("/opt/x/libs/liba.so", "/opt/x/deep/libb.so", "/opt/x/libs/glibc-hwcaps/x86-64-v3/liba.so");
        assertThat(TestContext.of(root).needs(new ElfAnalyzer(), "/opt/x/bin/new"))
                .contains("/opt/x/libs/liba.so")
                .doesNotContain("/opt/x/deep/libb.so");
    }

    @Test
    void the_images_library_path_goes_before_a_runpath_and_unfindable_libraries_count_by_name() throws Exception {
        RootFs root = built(
                """
                echo 'int b(void){return 1;}' > b.c; echo 'int b(void);int main(void){return b();}' > m.c
                gcc -shared -fPIC -o opt/x/libs/libb.so b.c; cp opt/x/libs/libb.so opt/x/deep/; echo junk > opt/x/decoy/libb.so
                gcc -o opt/x/bin/m m.c -Lopt/x/libs -lb -Wl,-rpath,'$ORIGIN/../libs'
                gcc -o opt/x/bin/lost m.c -Lopt/x/libs -lb
                """);

        assertThat(TestContext.of(root).with("LD_LIBRARY_PATH=/opt/x/deep").needs(new ElfAnalyzer(), "/opt/x/bin/m"))
                .contains("/opt/x/deep/libb.so")
                .doesNotContain("/opt/x/libs/libb.so");
        assertThat(TestContext.of(root).needs(new ElfAnalyzer(), "/opt/x/bin/lost"))
                .contains("/opt/x/deep/libb.so", "/opt/x/libs/libb.so")
                .doesNotContain("/opt/x/decoy/libb.so");
    }

    @Test
    void a_library_that_a_program_names_for_dlopen_stays_above_lean() throws Exception {
        RootFs root = built(
                """
                printf '#include <dlfcn.h>\\nint main(void){return !dlopen("libplug.so",1) + !dlopen("/opt/x/deep/p.so",1);}' > m.c; echo 'int p;' > p.c
                gcc -shared -fPIC -o opt/x/libs/libplug.so p.c; cp opt/x/libs/libplug.so opt/x/deep/p.so
                gcc -o opt/x/bin/m m.c -Wl,-rpath,'$ORIGIN/../libs' -ldl
                """);

        assertThat(TestContext.of(root).needs(new ElfAnalyzer(), "/opt/x/bin/m")).contains("/opt/x/libs/libplug.so", "/opt/x/deep/p.so");
        assertThat(TestContext.of(root).in(Mode.LEAN).needs(new ElfAnalyzer(), "/opt/x/bin/m"))
                .doesNotContain("/opt/x/libs/libplug.so", "/opt/x/deep/p.so");
    }

    @Test
    @Needs(Provision.SHARED_DATA)
    void musl_programs_find_their_loader_and_libraries() throws Exception {
        RootFs root = new TestRoots(work).of(SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz"));

        assertThat(TestContext.of(root).needs(new ElfAnalyzer(), "/sbin/apk"))
                .contains("/lib/ld-musl-x86_64.so.1", "/lib/libc.musl-x86_64.so.1", "/lib/libcrypto.so.3", "/lib/libz.so.1", "/lib/libapk.so.2.14.0");
    }

    @Test
    void what_is_no_elf_file_or_a_broken_one_needs_nothing() throws Exception {
        RootFs root = new TestRoots(work).made("mkdir srv; printf '\\177ELF\\002\\001\\001' > srv/cut; head -c 200 /dev/zero >> srv/cut; seq 100 > srv/text; : > srv/empty");

        for (String file : List.of("/srv/cut", "/srv/text", "/srv/empty", "/srv")) {
            assertThat(TestContext.of(root).needs(new ElfAnalyzer(), file)).as(file).isEmpty();
        }
    }

    private RootFs built(String script) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "no C compiler here");
        return new TestRoots(work).made("mkdir -p opt/x/bin opt/x/libs opt/x/deep opt/x/decoy\n" + script);
    }

    private static Set<String> loaded(RootFs root, String program) throws Exception {
        AnalysisContext context = TestContext.of(root).in(Mode.LEAN).context();
        ElfAnalyzer analyzer = new ElfAnalyzer();
        Set<String> seen = new TreeSet<>();
        Deque<ImagePath> open = new ArrayDeque<>(List.of(ImagePath.of(program)));
        while (!open.isEmpty()) {
            if (root.follow(open.remove()) instanceof Resolution.Found(Node node, var _) && seen.add(node.path().text())) {
                analyzer.needs(node, context).stream().map(Need::path).filter(path -> path.name().contains(".so")).forEach(open::add);
            }
        }
        seen.remove(program);
        seen.removeIf(path -> path.startsWith("/etc/"));
        return seen;
    }

    private static Set<String> real(RootFs root, List<String> libraries) {
        Set<String> real = new TreeSet<>();
        for (String library : libraries) {
            if (root.follow(ImagePath.of(library)) instanceof Resolution.Found(Node node, var _)) {
                real.add(node.path().text());
            }
        }
        return real;
    }

    private static List<String> ldd(String program) throws IOException {
        Process process = new ProcessBuilder("/usr/bin/ldd", program).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.strip().replaceFirst("^.* => ", "").replaceFirst(" \\(0x.*", ""))
                .filter(path -> path.startsWith("/"))
                .toList();
    }
}
