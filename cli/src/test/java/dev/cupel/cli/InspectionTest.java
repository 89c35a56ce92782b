package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `xray` and `diff` as a build calls them, on an image of dive's own.
@Needs(Provision.SHARED_DATA)
class InspectionTest {
    private static final String IMAGE = "docker-archive:" + SharedData.directory().resolve("images/dive-kaniko-image.tar");

    /// dive's defaults refuse this image (exit code 1): 48.8 % of what lies above its first layer is wasted.
    @ParameterizedTest
    @CsvSource({
        "--ci, 1", "--ci --highestUserWastedPercent 0.5, 0", "--ci --highest-user-wasted-percent off --lowest-efficiency 0.99, 1", "--fail-on size>1kB, 1",
        "--fail-on size>1GB, 0", "--fail-on package:curl, 0", "--layers-only --fail-on package:curl, 1", "--dockerfile --fail-on package:curl, 0", "--dockerfile, 0", "--fail-on nonsense, 2"
    })
    void rules_and_gates_decide_the_exit_code(String options, int code) {
        Invocation looked = Invocation.of(("xray " + IMAGE + " " + options).split(" "));

        assertThat(looked.exitCode()).as(looked.err()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "--lowest-efficiency 0.9, --ci", "--ci-config /etc/hostname, --ci", "--ci --ci-config /nowhere, /nowhere", "--ci --ci-config /dev/zero, 64 KiB",
        "--ci --lowest-efficiency most, most", "--ci --highest-wasted-bytes 1XB, 1XB", "--ci --highest-user-wasted-percent 2, 2"
    })
    void rules_that_cannot_be_checked_are_told_before_the_image_is_read(String options, String said) {
        Invocation refused = Invocation.of(("xray docker-archive:/nowhere/image.tar " + options).split(" "));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains(said).doesNotContain("image.tar");
    }

    @Test
    void gates_judge_the_images_also_where_only_a_file_is_printed(@TempDir Path folder) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("file"), "one");
        Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("file"), "two");

        Invocation compared = Invocation.of("diff", "dir:" + folder.resolve("a"), "dir:" + folder.resolve("b"), "--content", "/file", "--fail-on", "file");

        assertThat(compared.out()).contains("-one", "+two").doesNotContain("layers");
        assertThat(compared.err()).contains("FAIL: file");
        assertThat(compared.exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void what_a_file_holds_cannot_steer_the_terminal_and_reaches_a_patch_as_it_is(@TempDir Path folder) throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("file"), "one");
        Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("file"), "\t\u001b[2Jtwo");
        String call = "diff dir:" + folder.resolve("a") + " dir:" + folder.resolve("b") + " --content /file";

        String shown = Invocation.of(call.split(" ")).out();
        Invocation.of((call + " -o " + folder.resolve("patch")).split(" "));

        assertThat(shown).contains("+ \ufffd[2Jtwo").doesNotContain("\u001b");
        assertThat(folder.resolve("patch")).content().contains("+\t\u001b[2Jtwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xray IMAGE --html /nowhere/page.html", "xray IMAGE -o /nowhere/x", "diff IMAGE IMAGE -o /nowhere/x", "diff IMAGE IMAGE --html /nowhere/x",
        "base IMAGE -o /nowhere/x", "lint IMAGE -o /nowhere/x", "sbom IMAGE -o /nowhere/bill.json"})
    void what_cannot_be_written_is_told_before_the_image_is_read(String call) {
        Invocation refused = Invocation.of(call.replace("IMAGE", "docker-archive:/nowhere/image.tar").split(" "));

        assertThat(refused.err()).contains("Cannot write to /nowhere");
    }

    @Test
    void nothing_that_an_image_says_becomes_markup_of_a_merge_request(@TempDir Path folder) throws IOException {
        Files.createSymbolicLink(Files.createDirectory(folder.resolve("a")).resolve("link"), Path.of("before"));
        Files.createSymbolicLink(Files.createDirectory(folder.resolve("b")).resolve("link"), Path.of("<img|src=x>"));

        String told = Invocation.of("diff", "dir:" + folder.resolve("a"), "dir:" + folder.resolve("b"), "--format", "markdown").out();

        assertThat(told).contains("<img¦src=x>");
        assertThat(told.replaceAll("`[^`\n]*`", "")).doesNotContain("<img");
    }

    /// Its configuration says which image it is; what is known of that one is not looked for again.
    @ParameterizedTest
    @ValueSource(strings = {"xray", "xray --format json", "sbom", "sbom --format spdx"})
    void a_layer_of_a_known_image_is_never_read_again(String call, @TempDir Path folder) throws IOException {
        Path archive = Files.copy(SharedData.directory().resolve("images/busybox-docker.tar"), folder.resolve("image.tar"));
        String[] words = (call + " docker-archive:" + archive).split(" ");
        Map<String, String> known = Map.of("XDG_CACHE_HOME", folder.resolve("known").toString());
        String first = Invocation.of(known, words).out();
        byte[] bytes = Files.readAllBytes(archive);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("root:x:0:0")] = 'R';
        Files.write(archive, bytes);

        assertThat(Invocation.of(known, words).out()).isEqualTo(first).isNotEmpty();
        Invocation unknown = Invocation.of(Map.of("XDG_CACHE_HOME", folder.resolve("unknown").toString()), words);
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("a layer has the digest");
    }

    @Test
    void a_merge_request_also_counts_what_carries_times_and_tells_what_could_not_be_compared(@TempDir Path folder) throws IOException {
        for (String side : List.of("a", "b")) {
            Files.writeString(Files.createDirectories(folder.resolve(side + "/var/log")).resolve("dpkg.log"), side);
        }

        String told = Invocation.of("diff", "dir:" + folder.resolve("a"), "dir:" + folder.resolve("b"), "--format", "markdown").out();

        assertThat(told).contains("And 1 files that carry times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xray IMAGE", "diff IMAGE IMAGE", "base IMAGE", "lint IMAGE --fail-on never", "lint --list", "sbom IMAGE"})
    void an_answer_goes_to_a_file_as_it_would_to_standard_output(String call, @TempDir Path folder) throws IOException {
        String image = "dir:" + Files.createDirectory(folder.resolve("image"));
        Path file = folder.resolve("answer");

        Invocation written = Invocation.of((call.replace("IMAGE", image) + " -o " + file).split(" "));

        assertThat(written.exitCode()).as(written.err()).isEqualTo(ExitCode.DONE);
        assertThat(written.out()).isEmpty();
        assertThat(file).isNotEmptyFile();
    }

    /// The second index lacks one of the two platforms of the first.
    @Test
    void indexes_are_compared_platform_by_platform_and_the_worst_decides(@TempDir Path folder) throws IOException, InterruptedException {
        Path archive = SharedData.directory().resolve("images/stereoscope-multiplatform.layout.tar");
        new ProcessBuilder("tar", "-xf", archive.toString(), "-C", folder.toString()).start().waitFor();
        String top = Files.readString(folder.resolve("index.json")).replaceFirst("(?s).*\"digest\":\"sha256:([0-9a-f]{64}).*", "$1");
        JsonNode nested = JsonMapper.shared().readTree(Files.readString(folder.resolve("blobs/sha256").resolve(top)));
        List<String> platforms = new ArrayList<>();
        nested.get("manifests").forEach(one -> platforms.add("linux/" + one.get("platform").get("architecture").asString()));
        ((ArrayNode) nested.get("manifests")).remove(1);
        ((ObjectNode) nested.get("manifests").get(0).get("platform")).put("variant", "v1"); // which linux/amd64 is
        Files.writeString(folder.resolve("index.json"), JsonMapper.shared().writeValueAsString(nested));
        String call = "diff oci-archive:" + archive + " oci:" + folder + " --platform all --fail-on ";

        Invocation refused = Invocation.of((call + "difference --html " + folder.resolve("page.html")).split(" "));
        Invocation passed = Invocation.of((call + "file --format json").split(" "));

        assertThat(refused.out()).contains("== " + platforms.getFirst(), "The two are the same image.", "only in a: " + platforms.getLast());
        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(folder.resolve("page.html")).content().contains("\"onlyInA\":[\"" + platforms.getLast());
        assertThat(passed.exitCode()).as(passed.err()).isEqualTo(ExitCode.DONE);
        assertThat(JsonMapper.shared().readTree(passed.out()).get("platforms")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " --content /etc/passwd"})
    void what_cannot_be_compared_by_platform_is_a_misuse(String more) {
        Invocation refused = Invocation.of(("diff " + IMAGE + " " + IMAGE + " --platform all" + more).split(" "));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("platform");
    }

    @Test
    void an_image_is_identical_to_itself() {
        Invocation compared = Invocation.of("diff", IMAGE, IMAGE, "--format", "json", "--fail-on", "difference");

        assertThat(compared.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(compared.out()).contains("\"verdict\" : \"identical\"");
    }
}
