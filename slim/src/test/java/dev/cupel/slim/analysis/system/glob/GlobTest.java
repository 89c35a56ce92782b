package dev.cupel.slim.analysis.system.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.TestRoots;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @TempDir
    private Path work;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/a/*;/a/b;true", "/a/*;/a/b/c;false", "/a/*;/a/.b;false", "/a/.*;/a/.b;true", "/a/**/c;/a/c;true", "/a/**/c;/a/b/b/c;true",
                "/a/**;/a/b/c;true", "/{a,b{c,d}}/x;/bd/x;true", "/{a,b}/x;/c/x;false", "/l[a-c]b?.so*;/lbbz.so.1;true", "/l[!a]b;/lab;false",
                "/usr/bin/[;/usr/bin/[;true", "/*a*b*;/xaxxbxaxb;true", "/*a*b*c;/xaxxbxaxb;false", "/;/;true", "/**/x;/x;true"
            })
    void patterns_fit_as_in_a_shell(String pattern, String path, boolean fits) {
        assertThat(Glob.parse(pattern).matches(ImagePath.of(path))).isEqualTo(fits);
    }

    @Test
    void patterns_are_found_through_links_to_directories() throws Exception {
        RootFs root = new TestRoots(work).made("mkdir -p usr/lib/x/y; touch usr/lib/x/1.so usr/lib/x/y/2.so usr/lib/0.so; ln -s usr/lib lib");

        assertThat(Glob.parse("/{usr/,}lib/**/*.so").in(root))
                .extracting(ImagePath::text)
                .contains("/usr/lib/0.so", "/usr/lib/x/1.so", "/usr/lib/x/y/2.so")
                .hasSize(3);
        assertThat(Glob.parse("/lib/*.so").in(root)).extracting(ImagePath::text).containsExactly("/lib/0.so");
        assertThat(Glob.parse("/absent/*").in(root)).isEmpty();
    }

    @Test
    void a_pattern_that_is_relative_or_stands_for_too_many_is_refused() {
        assertThatThrownBy(() -> Glob.parse("a/*")).hasMessage("\"a/*\" is not an absolute pattern");
        assertThatThrownBy(() -> Glob.parse("/" + "{a,b}".repeat(20))).hasMessageContaining("stands for more than");
    }

    @FuzzTest
    void any_pattern_is_matched_or_refused(FuzzedDataProvider bytes) {
        String pattern = "/" + bytes.consumeString(60);
        try {
            Glob.parse(pattern).matches(ImagePath.of(bytes.consumeString(60).replace('\0', 'x')));
        } catch (IllegalArgumentException expected) {
            assertThat(expected).isNotNull();
        }
    }
}
