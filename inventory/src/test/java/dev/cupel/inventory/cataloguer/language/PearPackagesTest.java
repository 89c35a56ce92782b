package dev.cupel.inventory.cataloguer.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Inventory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PearPackagesTest {
    @TempDir
    private Path work;

    @Test
    void records_of_pecl_and_pear_tell_name_version_licence_and_files() throws Exception {
        String lib = "/usr/local/lib/php/extensions/no-debug-non-zts-20220829/memcached.so";
        Files.writeString(
                work.resolve("pecl"),
                "a:5:{s:4:\"name\";s:9:\"memcached\";s:7:\"channel\";s:12:\"pecl.php.net\";s:7:\"version\";a:2:{s:7:\"release\";s:5:\"3.2.0\";s:3:\"api\";s:5:\"3.2.0\";}"
                        + "s:7:\"license\";a:2:{s:7:\"attribs\";a:1:{s:3:\"uri\";s:26:\"http://www.php.net/license\";}s:8:\"_content\";s:11:\"PHP License\";}"
                        + "s:8:\"filelist\";a:2:{s:12:\"memcached.so\";a:2:{s:4:\"role\";s:3:\"ext\";s:12:\"installed_as\";s:" + lib.length() + ":\"" + lib + "\";}"
                        + "s:4:\"gone\";a:1:{s:12:\"installed_as\";s:5:\"/gone\";}}}");
        Files.writeString(work.resolve("pear"), "a:3:{s:7:\"package\";s:3:\"tar\";s:4:\"name\";s:11:\"Archive_Tar\";s:7:\"version\";s:6:\"1.4.14\";}");

        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p usr/local/lib/php/.registry/.channel.pecl.php.net .%s
                        rmdir .%<s; echo x > .%<s
                        cp %s/pecl usr/local/lib/php/.registry/.channel.pecl.php.net/memcached.reg
                        cp %<s/pear usr/local/lib/php/.registry/archive_tar.reg
                        printf 'a:0:{}' > usr/local/lib/php/.registry/empty.reg; printf 'a:9:{i' > usr/local/lib/php/.registry/broken.reg
                        """
                                .formatted(lib, work)));

        assertThat(inventory.components()).extracting(one -> one.url().toString())
                .containsExactly("pkg:pear/pear.php.net/Archive_Tar@1.4.14", "pkg:pecl/memcached@3.2.0");
        Component memcached = inventory.components().getLast();
        assertThat(memcached.licences()).containsExactly("PHP License");
        assertThat(memcached.files().present()).containsExactly(ImagePath.of(lib));
        assertThat(memcached.files().total()).isEqualTo(2);
        assertThat(inventory.remarks()).singleElement().satisfies(one -> assertThat(one.what()).startsWith("no record of PEAR"));
    }
}
