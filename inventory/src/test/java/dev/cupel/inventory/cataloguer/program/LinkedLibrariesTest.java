package dev.cupel.inventory.cataloguer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkedLibrariesTest {
    @TempDir
    private Path work;

    @Test
    @Needs(Provision.COMPILER)
    void a_component_needs_those_whose_libraries_its_own_are_linked_with_unless_its_records_tell() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p usr/lib usr/bin var/lib/dpkg/info site/ext site/ext-1.0.dist-info site/lib site/other-2.0.dist-info
                        ln -s usr/lib lib
                        echo 'int pq(void) { return 1; }' > pq.c; echo 'int pq(void); int other(void); int ext(void) { return pq() + other(); }' > ext.c
                        echo 'int other(void) { return 2; }' > other.c; echo 'int pq(void); int main(void) { return pq(); }' > main.c
                        gcc -shared -fPIC -Wl,-soname,libpq.so.5 -o usr/lib/libpq.so.5.15 pq.c; ln -s libpq.so.5.15 usr/lib/libpq.so.5
                        gcc -shared -fPIC -Wl,-soname,libother.so.1 -o site/lib/libother.so.1 other.c
                        gcc -shared -fPIC -o site/ext/_ext.so ext.c -Wl,--no-as-needed usr/lib/libpq.so.5 site/lib/libother.so.1 '-Wl,-rpath,$ORIGIN/../lib'
                        gcc -o usr/bin/silent main.c -Wl,--no-as-needed usr/lib/libpq.so.5; cp usr/bin/silent usr/bin/talking
                        rm *.c
                        printf 'Name: ext\\nVersion: 1.0\\n' > site/ext-1.0.dist-info/METADATA
                        printf 'ext/_ext.so,,\\next-1.0.dist-info/METADATA,,\\n' > site/ext-1.0.dist-info/RECORD
                        printf 'Name: other\\nVersion: 2.0\\n' > site/other-2.0.dist-info/METADATA
                        printf 'lib/libother.so.1,,\\n' > site/other-2.0.dist-info/RECORD
                        for p in libpq5 silent talking base; do
                            printf 'Package: %s\\nStatus: install ok installed\\nArchitecture: amd64\\nVersion: 1\\n' $p
                            test $p != talking || echo 'Depends: base'
                            echo
                        done > var/lib/dpkg/status
                        printf '/usr/lib/libpq.so.5.15\\n/usr/lib/libpq.so.5\\n' > var/lib/dpkg/info/libpq5.list
                        echo /lib > var/lib/dpkg/info/base.list
                        echo /usr/bin/silent > var/lib/dpkg/info/silent.list; echo /usr/bin/talking > var/lib/dpkg/info/talking.list
                        """));

        assertThat(named(inventory, "ext").needs()).containsExactlyInAnyOrder(named(inventory, "libpq5").id(), named(inventory, "other").id());
        assertThat(named(inventory, "silent").needs()).containsExactly(named(inventory, "libpq5").id());
        assertThat(named(inventory, "talking").needs()).containsExactly(named(inventory, "base").id());
        assertThat(named(inventory, "libpq5").needs()).isEmpty();
    }

    private static Component named(Inventory inventory, String name) {
        return inventory.components().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
