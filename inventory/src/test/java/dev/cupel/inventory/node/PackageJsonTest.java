package dev.cupel.inventory.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageJsonTest {
    @Test
    void it_tells_entry_programs_and_what_the_package_depends_on() throws MalformedPackageJson {
        PackageJson read = read(
                """
                {"name": "@s/p", "main": "lib/a", "bin": {"p": "./cli.js"},
                 "dependencies": {"b": "1", "a": "^2"}, "devDependencies": {"jest": "1"},
                 "optionalDependencies": {"o": "1"}, "peerDependencies": {"react": "*"}}""");

        assertThat(read.name()).isEqualTo("@s/p");
        assertThat(read.main()).isEqualTo("lib/a");
        assertThat(read.programs()).containsExactly("./cli.js");
        assertThat(read.dependencies()).containsExactly("a", "b");
        assertThat(read.optional()).containsExactly("o", "react");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "'./a.js' => . ./a.js",
                "{'import': './a.mjs', 'require': {'node': './a.cjs', 'default': './b.cjs'}} => . ./a.mjs ./a.cjs ./b.cjs",
                "{'.': './a.js', './sub/*': './lib/*.js', './private': null} => . ./a.js; ./sub/* ./lib/*.js; ./private",
                "[{'import': './a.mjs'}, './a.js'] => . ./a.mjs ./a.js",
            })
    void every_condition_of_the_exports_counts(String exports, String expected) throws MalformedPackageJson {
        List<PackageJson.Subpath> found = read("{'exports': " + exports + "}").exports();

        assertThat(String.join("; ", found.stream().map(one -> String.join(" ", one.name(), String.join(" ", one.targets())).strip()).toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "{'a': }"})
    void what_is_no_json_is_refused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedPackageJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "3", "{'name': 1, 'main': {}, 'dependencies': [], 'exports': 7, 'bin': null}"})
    void what_is_no_package_says_nothing(String text) throws MalformedPackageJson {
        PackageJson read = read(text);

        assertThat(read.name()).isEmpty();
        assertThat(read.dependencies()).isEmpty();
    }

    @FuzzTest
    void any_bytes_are_read_or_refused(FuzzedDataProvider input) {
        try {
            assertThat(PackageJson.read(input.consumeRemainingAsBytes()).exports()).isNotNull();
        } catch (MalformedPackageJson e) {
            assertThat(e).hasMessageNotContaining("\0");
        }
    }

    private static PackageJson read(String text) throws MalformedPackageJson {
        return PackageJson.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
