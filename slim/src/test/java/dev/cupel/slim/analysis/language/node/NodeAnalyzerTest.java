package dev.cupel.slim.analysis.language.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.language.SampleImage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeAnalyzerTest {
    @TempDir
    Path work;

    @Test
    void a_lazy_require_brings_the_whole_package_and_its_dependencies_but_no_tests_or_sources() throws Exception {
        SampleImage image = node().file("/app/server.js", "app.get('/', () => require('hash/fast'))");
        module(image, "/app/node_modules/hash", "{'main': 'a', 'dependencies': {'low': '1'}, 'devDependencies': {'mocha': '1'}}", "a.js", "fast.js", "words.txt",
                "test/a.js", "lib/test/b.js", "README.md", "LICENSE", "a.d.ts", "a.js.map", "deps/x.c", "build/Release/hash.node");
        module(image, "/app/node_modules/low", "{}", "index.js");
        module(image, "/app/node_modules/mocha", "{}", "index.js");
        module(image, "/app/node_modules/unused", "{}", "index.js");

        List<String> kept = kept(image, Mode.SAFE, "/app/server.js");

        assertThat(kept).containsExactly(
                "/app/node_modules/hash/LICENSE", "/app/node_modules/hash/a.js", "/app/node_modules/hash/build/Release/hash.node",
                "/app/node_modules/hash/fast.js", "/app/node_modules/hash/lib/test/b.js", "/app/node_modules/hash/package.json",
                "/app/node_modules/hash/words.txt", "/app/node_modules/low/index.js", "/app/node_modules/low/package.json",
                "/app/server.js");
    }

    @Test
    void what_the_application_declares_for_production_stays_except_tools() throws Exception {
        SampleImage image = node().file("/app/package.json", "{\"dependencies\": {\"pg\": \"1\", \"typescript\": \"5\"}, \"devDependencies\": {\"eslint\": \"1\"}}");
        module(image, "/app/node_modules/pg", "{}", "index.js");
        module(image, "/app/node_modules/typescript", "{}", "index.js");
        module(image, "/app/node_modules/eslint", "{}", "index.js");

        assertThat(kept(image, Mode.SAFE, "/app/package.json"))
                .contains("/app/node_modules/pg/index.js")
                .noneMatch(path -> path.contains("typescript") || path.contains("eslint"));
    }

    @Test
    void in_lean_mode_only_what_texts_ask_for_stays() throws Exception {
        SampleImage image = node().file("/app/server.js", "require('a')");
        module(image, "/app/node_modules/a", "{'main': 'lib/x'}", "lib/x.js", "lib/y.js", "lib/z.js");
        image.file("/app/node_modules/a/lib/x.js", "require('./y')");

        assertThat(kept(image, Mode.LEAN, "/app/server.js"))
                .containsExactly("/app/node_modules/a/lib/x.js", "/app/node_modules/a/lib/y.js", "/app/node_modules/a/package.json", "/app/server.js");
    }

    @Test
    void exports_and_imports_are_followed_under_every_condition() throws Exception {
        SampleImage image = node()
                .file("/app/package.json", "{\"imports\": {\"#db\": {\"node\": \"./db.js\"}}}")
                .files("/app/db.js")
                .file("/app/a.mjs", "import x from 'p/feature/deep'; import '#db'");
        module(image, "/app/node_modules/p", "{'exports': {'./feature/*': {'import': './esm/*.mjs', 'require': './cjs/*.cjs'}}}", "esm/deep.mjs", "cjs/deep.cjs", "cjs/other.cjs");

        assertThat(kept(image, Mode.LEAN, "/app/a.mjs"))
                .contains("/app/node_modules/p/esm/deep.mjs", "/app/node_modules/p/cjs/deep.cjs", "/app/db.js")
                .doesNotContain("/app/node_modules/p/cjs/other.cjs");
    }

    @Test
    void linked_stores_keep_their_links() throws Exception {
        SampleImage image = node()
                .file("/app/a.js", "require('a')")
                .link("/app/node_modules/a", ".pnpm/a@1/node_modules/a")
                .link("/app/node_modules/.pnpm/a@1/node_modules/b", "../../b@2/node_modules/b");
        module(image, "/app/node_modules/.pnpm/a@1/node_modules/a", "{'dependencies': {'b': '2'}}", "index.js");
        module(image, "/app/node_modules/.pnpm/b@2/node_modules/b", "{}", "index.js");

        assertThat(kept(image, Mode.SAFE, "/app/a.js")).containsExactly(
                "/app/a.js", "/app/node_modules/.pnpm/a@1/node_modules/a/index.js", "/app/node_modules/.pnpm/a@1/node_modules/a/package.json",
                "/app/node_modules/.pnpm/a@1/node_modules/b", "/app/node_modules/.pnpm/b@2/node_modules/b/index.js",
                "/app/node_modules/.pnpm/b@2/node_modules/b/package.json", "/app/node_modules/a");
    }

    @Test
    void addons_for_other_machines_go() throws Exception {
        SampleImage image = node().file("/app/a.js", "require('fast'); require('fast-linux-x64-musl')");
        module(image, "/app/node_modules/fast", "{'optionalDependencies': {'fast-linux-x64-gnu': '1', 'fast-darwin-arm64': '1'}}", "index.js",
                "prebuilds/linux-x64/node.glibc.node", "prebuilds/linux-x64/node.musl.node", "prebuilds/linux-arm64/node.node", "prebuilds/win32-x64/node.node");
        module(image, "/app/node_modules/fast-linux-x64-gnu", "{'os': ['linux'], 'cpu': ['x64']}", "fast.node");
        module(image, "/app/node_modules/fast-linux-x64-musl", "{'os': ['linux'], 'cpu': ['x64']}", "fast.node");
        module(image, "/app/node_modules/fast-darwin-arm64", "{'os': ['darwin'], 'cpu': ['arm64']}", "fast.node");

        assertThat(kept(image, Mode.SAFE, "/app/a.js").stream().filter(path -> path.endsWith(".node")))
                .containsExactly("/app/node_modules/fast/prebuilds/linux-x64/node.glibc.node", "/app/node_modules/fast-linux-x64-gnu/fast.node");
    }

    @Test
    void workers_children_and_computed_modules_stay() throws Exception {
        SampleImage image = node()
                .files("/app/lib/worker.js", "/app/child.js", "/app/locale/de.js", "/app/locale/fr.js", "/app/other.js")
                .file("/app/a.js", "new Worker(path.join(__dirname, 'lib', 'worker.js')); fork('./child'); require('./locale/' + x)");

        assertThat(kept(image, Mode.LEAN, "/app/a.js"))
                .containsExactly("/app/a.js", "/app/child.js", "/app/lib/worker.js", "/app/locale/de.js", "/app/locale/fr.js");
    }

    @Test
    void debians_interpreter_keeps_the_parts_that_it_loads_from_files() throws Exception {
        SampleImage image = node().files("/usr/share/nodejs/undici/undici-fetch.js", "/usr/share/nodejs/undici/package.json", "/usr/share/nodejs/npm/package.json");

        assertThat(kept(image, Mode.SAFE, "/usr/bin/node"))
                .containsExactly("/usr/bin/node", "/usr/share/nodejs/undici/package.json", "/usr/share/nodejs/undici/undici-fetch.js");
    }

    private List<String> kept(SampleImage image, Mode mode, String... seeds) throws Exception {
        return image.kept(work, mode, List.of(new NodeAnalyzer()), seeds);
    }

    private static SampleImage node() {
        return new SampleImage().program("/usr/bin/node", "");
    }

    private static void module(SampleImage image, String folder, String description, String... files) {
        image.file(folder + "/package.json", description.replace('\'', '"'));
        for (String file : files) {
            image.file(folder + "/" + file, "");
        }
    }
}
