package dev.cupel.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.catalog.Origin;
import dev.cupel.inventory.facts.Account;
import dev.cupel.inventory.facts.SpecialFile;
import dev.cupel.inventory.facts.Tool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final String DEBIAN =
            """
            mkdir -p usr/bin usr/lib/python3/dist-packages/six.dist-info usr/share/doc/tool var/lib/dpkg/info etc
            printf 'ID=debian\\nVERSION_ID="12"\\n' > etc/os-release
            echo x > usr/bin/tool; echo y > usr/lib/python3/dist-packages/six.py
            printf 'Name: six\\nVersion: 1.16.0\\n' > usr/lib/python3/dist-packages/six.dist-info/METADATA
            printf 'Format: x\\n\\nFiles: *\\nLicense: GPL-2+ or Expat\\n' > usr/share/doc/tool/copyright
            cat > var/lib/dpkg/status <<'END'
            Package: tool
            Status: install ok installed
            Architecture: amd64
            Version: 1:2.0-3+b1
            Source: toolbox (1:2.0-3)
            Depends: python3-six

            Package: python3-six
            Status: install ok installed
            Architecture: all
            Version: 1.16.0-4
            END
            printf '/usr\\n/usr/bin\\n/usr/bin/tool\\n/usr/share/doc/tool/copyright\\n/usr/bin/removed\\n/etc/os-release\\n' > var/lib/dpkg/info/tool.list
            printf '/usr/lib/python3/dist-packages/six.py\\n/usr/lib/python3/dist-packages/six.dist-info/METADATA\\n' > var/lib/dpkg/info/python3-six.list
            """;

    private static final String MORE =
            """
            mkdir -p var/lib/dpkg
            cat > var/lib/dpkg/status <<'END'
            Package: tool
            Status: install ok installed
            Architecture: amd64
            Version: 1:2.0-3+b1
            Source: toolbox (1:2.0-3)
            Depends: python3-six

            Package: python3-six
            Status: install ok installed
            Architecture: all
            Version: 1.16.0-5
            END
            """;

    @TempDir
    private Path work;

    @Test
    void a_package_tells_its_source_licences_files_and_since_when_it_is_there() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work).of(DEBIAN, MORE));

        Component tool = named(inventory, "tool");
        assertThat(tool.url().toString()).isEqualTo("pkg:deb/debian/tool@1:2.0-3%2Bb1?arch=amd64&distro=debian-12&upstream=toolbox%401:2.0-3");
        assertThat(tool.licences()).containsExactly("Expat", "GPL-2+");
        assertThat(tool.files().kept()).isEqualTo(3);
        assertThat(tool.files().total()).isEqualTo(4);
        assertThat(tool.origin()).isEqualTo(new Origin(0, "step 0"));
        assertThat(tool.needs()).containsExactly(named(inventory, "python3-six").id());
        assertThat(named(inventory, "python3-six").origin()).isEqualTo(new Origin(1, "step 1"));
    }

    @Test
    void what_a_package_of_the_system_owns_is_no_second_package() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work).of(DEBIAN));

        assertThat(inventory.of(Ecosystem.PYTHON)).isEmpty();
        assertThat(inventory.components()).hasSize(2);
        assertThat(inventory.unowned()).isEmpty();
        assertThat(inventory.systemDatabase()).isTrue();
    }

    @Test
    void what_a_package_of_the_system_brings_along_is_listed_apart() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work).of(DEBIAN));

        assertThat(inventory.bundled()).extracting(one -> one.url().toString()).containsExactly("pkg:pypi/six@1.16.0");
        assertThat(inventory.unbundled().components()).hasSize(3);
        assertThat(inventory.keeping(path -> !path.name().equals("METADATA")).bundled()).isEmpty();
    }

    @Test
    void what_installers_of_languages_left_is_found_with_its_files_and_needs() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p app/site/flask app/site/Flask-3.0.dist-info app/site/click-8.dist-info app/site/flask/__pycache__
                        echo > app/site/flask/app.py; echo > app/site/flask/__pycache__/app.cpython-311.pyc
                        printf 'Name: Flask\\nVersion: 3.0\\nLicense: BSD-3-Clause\\nRequires-Dist: click (>=8)\\n' > app/site/Flask-3.0.dist-info/METADATA
                        printf 'flask/app.py,,\\nflask/gone.py,,\\nFlask-3.0.dist-info/METADATA,,\\nFlask-3.0.dist-info/RECORD,,\\n' > app/site/Flask-3.0.dist-info/RECORD
                        printf 'Name: click\\nVersion: 8\\n' > app/site/click-8.dist-info/METADATA

                        mkdir -p srv/node_modules/@a/b/test/fixture srv/node_modules/c/node_modules/@a/b
                        echo '{"name":"shop","version":"1.0.0","dependencies":{"c":"*"}}' > srv/package.json
                        echo '{"name":"@a/b","version":"1.0.0","license":"MIT"}' > srv/node_modules/@a/b/package.json
                        echo '{"name":"fixture","version":"9.9.9"}' > srv/node_modules/@a/b/test/fixture/package.json
                        echo '{"name":"c","version":"2.0.0","dependencies":{"@a/b":"^2"}}' > srv/node_modules/c/package.json
                        echo '{"name":"@a/b","version":"2.0.0"}' > srv/node_modules/c/node_modules/@a/b/package.json

                        mkdir -p g/specifications g/gems/rack-2.2.8/lib; echo > g/gems/rack-2.2.8/lib/rack.rb
                        printf 'Gem::Specification.new do |s|\\n  s.name = "rack".freeze\\n  s.version = "2.2.8"\\n  s.licenses = ["MIT".freeze]\\nend\\n' > g/specifications/rack-2.2.8.gemspec

                        mkdir -p p/vendor/composer p/vendor/monolog/monolog; echo > p/vendor/monolog/monolog/a.php
                        echo '{"packages":[{"name":"monolog/monolog","version":"3.5.0","license":["MIT"],"install-path":"../monolog/monolog"}]}' > p/vendor/composer/installed.json
                        """));

        assertThat(inventory.components()).extracting(one -> one.url().toString())
                .containsExactlyInAnyOrder(
                        "pkg:pypi/flask@3.0",
                        "pkg:pypi/click@8",
                        "pkg:npm/shop@1.0.0",
                        "pkg:npm/%40a/b@1.0.0",
                        "pkg:npm/c@2.0.0",
                        "pkg:npm/%40a/b@2.0.0",
                        "pkg:gem/rack@2.2.8",
                        "pkg:composer/monolog/monolog@3.5.0");
        Component flask = named(inventory, "Flask");
        assertThat(flask.files().kept()).isEqualTo(3);
        assertThat(flask.files().total()).isEqualTo(4);
        assertThat(flask.needs()).containsExactly(named(inventory, "click").id());
        assertThat(named(inventory, "c").needs()).singleElement().asString().contains("@2.0.0");
        assertThat(named(inventory, "rack").files().present()).contains(ImagePath.of("/g/gems/rack-2.2.8/lib/rack.rb"));
        assertThat(inventory.unowned()).isEmpty();
        assertThat(inventory.systemDatabase()).isFalse();
    }

    @Test
    void nobodys_files_special_files_accounts_and_tools_are_told() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p bin etc tmp data; chmod 1777 tmp; chmod 0777 data
                        echo x > bin/su; chmod 4755 bin/su; echo x > bin/sh; chmod 755 bin/sh; echo x > bin/x86_64-linux-gnu-gcc-12; chmod 755 bin/x86*
                        printf 'root:x:0:0:root:/root:/bin/sh\\napp:x:100:100::/:/sbin/nologin\\nbroken\\n' > etc/passwd
                        printf 'root::19000:0:99999:7:::\\napp:!:1::::::\\n' > etc/shadow
                        """));

        assertThat(inventory.unowned()).extracting(ImagePath::text).contains("/bin/su", "/etc/passwd");
        assertThat(inventory.facts().special()).extracting(SpecialFile::path).extracting(ImagePath::text).containsExactly("/bin/su", "/data");
        assertThat(inventory.facts().accounts()).extracting(Account::password).containsExactly(Account.Password.EMPTY, Account.Password.LOCKED);
        assertThat(inventory.facts().tools()).extracting(Tool::kind)
                .containsExactly(Tool.Kind.SHELL, Tool.Kind.BECOMING_ROOT, Tool.Kind.COMPILER);
    }

    @Test
    void a_broken_database_is_a_remark_and_not_the_end() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of("mkdir -p var/lib/dpkg app; printf ' folded\\n' > var/lib/dpkg/status; printf nonsense > app/a.jar; mkdir -p v/composer; echo '{' > v/composer/installed.json"));

        assertThat(inventory.remarks()).extracting(one -> one.where().text()).containsExactly("/", "/app/a.jar", "/v/composer/installed.json");
    }

    @Test
    void what_is_kept_of_an_image_is_what_remains_of_its_components() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work).of(DEBIAN));

        Inventory left = inventory.keeping(List.of(ImagePath.of("/usr/bin/tool"))::contains);

        assertThat(left.components()).extracting(Component::name).containsExactly("tool");
        assertThat(left.components().getFirst().files().kept()).isEqualTo(1);
        assertThat(left.components().getFirst().files().total()).isEqualTo(4);
    }

    @Test
    void a_component_of_which_only_what_tells_nothing_is_left_is_gone() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work).of(DEBIAN));

        assertThat(inventory.keeping(path -> path.name().equals("os-release"), path -> !path.name().equals("os-release")).components()).isEmpty();
    }

    private static Component named(Inventory inventory, String name) {
        return inventory.components().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void a_specification_of_blanks_and_open_quotes_costs_its_length() throws Exception {
        OpenedImage image = new TestImages(work)
                .of(
                        """
                        mkdir specifications
                        { yes '' | head -c 1000000; printf '\\n  s.name = "a"\\n  s.version = "1"\\n'; yes 'add_dependency(<' | tr -d '\\n' | head -c 1000000; } > specifications/a-1.gemspec
                        """);

        Inventory inventory = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Catalogue.of(image));

        assertThat(inventory.components()).extracting(one -> one.url().toString()).containsExactly("pkg:gem/a@1");
    }

    @Test
    void what_is_too_large_to_be_looked_into_is_told() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        printf '\\177ELF' > program; truncate -s 2049M program; chmod 755 program
                        truncate -s 2049M app.jar
                        export TAR_OPTIONS=--sparse
                        """));

        assertThat(inventory.remarks()).extracting(one -> one.where() + ": " + one.what()).containsExactly(
                "/app.jar: not looked into, for it has 2148532224 bytes: more than 2 GiB",
                "/program: not looked into, for it has 2148532224 bytes: more than 2 GiB");
    }
}
