package dev.cupel.inventory.perl;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PerlFilesTest {
    @Test
    void a_list_of_files_has_paths_alone() {
        assertThat(PackList.read("/usr/a b.pm type=file\n/usr/x type=link from=../y\n/usr/plain\nnonsense\n").paths()).containsExactly("/usr/a b.pm", "/usr/x", "/usr/plain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "our $VERSION = '1.23';|1.23",
                "$JSON::PP::VERSION = '4.16'; # x|4.16",
                "use vars '$VERSION'; $VERSION = version->declare(\"v1.2.3\");|v1.2.3",
                "package Foo::Bar 2.5;|2.5",
                "package Foo::Bar v1.2 {|v1.2",
                "*VERSION = 1.5;|1.5"
            })
    void a_module_tells_its_version(String line, String version) {
        assertThat(ModuleVersion.in("package X;\n# $VERSION = 9;\n" + line + "\n")).contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"$VERSION = $Other::VERSION;", "__END__\n$VERSION = 1;", "print $VERSION == 1;", "package Foo;"})
    void what_only_running_it_would_tell_is_not_told(String source) {
        assertThat(ModuleVersion.in(source)).isEmpty();
    }

    @FuzzTest
    void any_text_is_read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);

        assertThat(PackList.read(text).paths()).allMatch(path -> path.startsWith("/"));
        assertThat(InstallationLog.read(text).versions().values()).doesNotContain("");
        assertThat(ModuleVersion.in(text).orElse("1")).containsPattern("[0-9]");
    }
}
