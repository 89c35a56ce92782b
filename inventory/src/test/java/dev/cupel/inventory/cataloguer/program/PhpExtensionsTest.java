package dev.cupel.inventory.cataloguer.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.io.TempDir;

class PhpExtensionsTest {
    @TempDir
    private Path work;

    /// The structure as Zend/zend_modules.h has it since PHP 7; both ways in which linkers write down its pointers.
    @ParameterizedTest
    @ValueSource(strings = {"-Wl,-z,nopack-relative-relocs", "-Wl,-z,pack-relative-relocs"})
    @Needs(Provision.COMPILER)
    void an_extension_tells_name_and_version_in_its_module_entry(String relocations) throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p usr/local/lib/php/extensions/no-debug-non-zts-20220829
                        cat > a.c <<'END'
                        struct entry { unsigned short size; unsigned api; unsigned char debug, zts; void *ini, *deps; const char *name; void *functions, *calls[5];
                            const char *version; unsigned long globals; void *more[4]; int started; unsigned char type; void *handle; int number; const char *build; };
                        _Static_assert(sizeof(struct entry) == 168, "as PHP's");
                        static struct entry redis_module_entry = { sizeof(struct entry), 20220829, 0, 0, 0, 0, "redis", 0, {0}, "6.0.2" };
                        struct entry *get_module(void) { return &redis_module_entry; }
                        END
                        gcc -shared -fPIC %s -o usr/local/lib/php/extensions/no-debug-non-zts-20220829/redis.so a.c || gcc -shared -fPIC -o usr/local/lib/php/extensions/no-debug-non-zts-20220829/redis.so a.c
                        strip usr/local/lib/php/extensions/no-debug-non-zts-20220829/redis.so
                        gcc -shared -fPIC -o usr/local/lib/php/extensions/no-debug-non-zts-20220829/other.so -x c - < /dev/null
                        rm a.c
                        """
                                .formatted(relocations)));

        assertThat(inventory.of(Ecosystem.PROGRAM)).extracting(one -> one.url().toString()).containsExactly("pkg:generic/php-redis@6.0.2");
    }
}
