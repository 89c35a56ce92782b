package dev.cupel.inventory.cataloguer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that tools made, told by what those tools say of them.
class ProgramsTest {
    @TempDir
    private Path work;

    @Test
    @Needs(Provision.GO)
    void a_program_of_go_has_the_modules_that_go_tells() throws Exception {
        Path go = Files.createDirectories(work.resolve("go"));
        Files.createDirectories(go.resolve("lib"));
        Files.writeString(go.resolve("lib/go.mod"), "module example.org/Lib\n");
        Files.writeString(go.resolve("lib/lib.go"), "package lib\nvar X = 1\n");
        Files.writeString(go.resolve("go.mod"), "module example.org/tool\ngo 1.20\nrequire example.org/Lib v1.2.3\nreplace example.org/Lib => ./lib\n");
        Files.writeString(go.resolve("main.go"), "package main\nimport \"example.org/Lib\"\nfunc main() { println(lib.X) }\n");

        Inventory inventory = Catalogue.of(new TestImages(work)
                .of("mkdir bin; export HOME=$PWD/h; out=$PWD/bin/tool; cd " + go + "; GOFLAGS=-buildvcs=false go build -ldflags '-s -w -X main.Version=v4.5.6' -o $out .; cd ${out%/bin/tool}; chmod -R u+w h; rm -rf h; go version -m bin/tool > told"));

        List<Component> found = inventory.of(Ecosystem.GO).toList();
        assertThat(found).extracting(Component::name).contains("stdlib", "example.org/tool").hasSize(3);
        assertThat(found.stream().filter(one -> one.name().equals("example.org/tool"))).extracting(Component::version).containsExactly("v4.5.6");
        assertThat(found.stream().filter(one -> one.name().equals("stdlib"))).extracting(one -> one.url().toString())
                .singleElement().asString().matches("pkg:golang/stdlib@1\\.\\d+.*");
    }

    @Test
    @Needs(Provision.COMPILER)
    void a_note_of_a_package_and_a_list_of_crates_are_read_from_their_sections() throws Exception {
        String note = "{\"type\":\"deb\",\"os\":\"debian\",\"name\":\"hello\",\"version\":\"2.10-3\",\"architecture\":\"amd64\"}";
        Files.write(work.resolve("crates"), "{\"packages\":[{\"name\":\"app\",\"version\":\"0.1.0\",\"dependencies\":[1],\"root\":true},{\"name\":\"serde\",\"version\":\"1.0.200\"}]}".getBytes(StandardCharsets.UTF_8));
        Files.writeString(work.resolve("note"), note);

        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        echo 'int main(){return 0;}' > a.c; gcc -o hello a.c; gcc -o app a.c; rm a.c
                        perl -MCompress::Zlib -e 'local $/; open F, "<", shift; print compress(<F>)' %1$s/crates > z
                        perl -e 'local $/; open F, "<", shift; $j = <F>; $j .= "\\0" x (4 - length($j) %% 4); print pack("VVV", 4, length $j, 0xcafe1a7e), "FDO\\0", $j' %1$s/note > n
                        objcopy --add-section .dep-v0=z app; objcopy --add-section .note.package=n --set-section-flags .note.package=noload,readonly hello
                        rm z n
                        """
                                .formatted(work)));

        assertThat(inventory.components()).extracting(one -> one.url().toString())
                .contains("pkg:cargo/app@0.1.0", "pkg:cargo/serde@1.0.200");
        assertThat(inventory.of(Ecosystem.RUST).filter(one -> one.name().equals("app")).findFirst().orElseThrow().needs()).singleElement().asString().contains("serde");
    }

    @Test
    @Needs(Provision.COMPILER)
    void a_list_of_crates_that_is_none_is_told() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        echo 'int main(){return 0;}' > a.c; gcc -o app a.c; rm a.c
                        perl -MCompress::Zlib -e 'print compress("{\\"packages\\":{\\"a\\":{\\"name\\":\\"a\\",\\"version\\":\\"1\\"}}}")' > z
                        objcopy --add-section .dep-v0=z app; rm z
                        """));

        assertThat(inventory.remarks()).extracting(one -> one.where() + ": " + one.what()).containsExactly("/app: its list of crates is no list");
    }

    @Test
    void a_well_known_program_is_recognised_by_its_own_words() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir bin
                        printf '\\177ELF\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0BusyBox v1.36.1 (2024)\\0' > bin/busybox; chmod 755 bin/busybox
                        printf '\\177ELF\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0nginx/1.27.0\\0' > bin/nginx; chmod 755 bin/nginx
                        """));

        assertThat(inventory.of(Ecosystem.PROGRAM)).extracting(one -> one.url().toString())
                .containsExactly("pkg:generic/busybox@1.36.1", "pkg:generic/nginx@1.27.0");
    }
}
