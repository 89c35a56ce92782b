package dev.cupel.inventory.cataloguer.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.ModuleLabel;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What rpm's headers say of a package besides its name, of packages that rpm itself built and installed.
class RpmLabelsTest {
    private static final String IMAGE =
            """
            mkdir etc
            printf 'ID=almalinux\\nVERSION_ID=9.3\\n' > etc/os-release
            package() {
              printf 'Name: %s\\nVersion: 18.18.2\\nRelease: 2.el9\\nSummary: s\\nLicense: MIT\\nBuildArch: noarch\\n%s\\n%%description\\nd\\n%%files\\n' "$1" "$2" > $1.spec
              rpmbuild -bb --quiet --define "_topdir $PWD/build" --define "_rpmdir $PWD/rpms" $1.spec
            }
            package nodejs 'ModularityLabel: nodejs:18:8090020231106:abcd1234'
            package plain 'Vendor: AlmaLinux'
            package acme 'Vendor: Fedora Project'
            rpm --root "$PWD" --dbpath /var/lib/rpm --initdb
            rpm --root "$PWD" --dbpath /var/lib/rpm -i --nodeps --noscripts --ignorearch rpms/noarch/*.rpm
            rm -r build rpms *.spec
            """;

    @TempDir
    private Path work;

    @Test
    @Needs({Provision.RPM, Provision.ROOT})
    void a_package_bears_its_modules_label_in_its_url_and_tells_its_vendor() throws Exception {
        List<Component> components = Catalogue.of(new TestImages(work).of(IMAGE)).components();

        assertThat(components).extracting(one -> one.url().toString())
                .containsExactly(
                        "pkg:rpm/almalinux/acme@18.18.2-2.el9?arch=noarch&distro=almalinux-9.3",
                        "pkg:rpm/almalinux/nodejs@18.18.2-2.el9?arch=noarch&distro=almalinux-9.3&rpmmod=nodejs:18:8090020231106:abcd1234",
                        "pkg:rpm/almalinux/plain@18.18.2-2.el9?arch=noarch&distro=almalinux-9.3");
        assertThat(ModuleLabel.stream(components.get(1).url())).contains("nodejs:18");
        assertThat(components).extracting(Component::publisher).containsExactly("Fedora Project", "", "AlmaLinux");
    }
}
