package dev.cupel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bill of an image has exactly the packages that the image's own package managers tell, run inside it.
@Needs({Provision.ROOT, Provision.ENGINE, Provision.DEBOOTSTRAP})
class SbomAgainstToolsTest {
    private static final Path CORPUS = Path.of("..", "corpus").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '"', textBlock =
            """
            django  ¦ pkg:deb/debian/  ¦ dpkg-query -W -f '${Package}@${Version}\\n'
            django  ¦ pkg:pypi/        ¦ /opt/venv/bin/pip list --format=freeze 2>/dev/null | sed 's/==/@/; s/_/-/g'
            express ¦ pkg:npm/         ¦ cd /app; NODE_ENV=development npm ls --all --parseable --long --include=dev 2>/dev/null | cut -d: -f2
            """)
    void the_bill_has_what_the_package_manager_tells(String name, String type, String command) throws Exception {
        Path file = folder.resolve("bill.json");
        run("bash", CORPUS.resolve("build").toString(), name);

        Invocation done = Invocation.of("sbom", "docker-daemon:cupel-corpus/" + name + ":latest", "-o", file.toString());

        assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.DONE);
        Set<String> told = new TreeSet<>();
        run("docker", "run", "--rm", "--entrypoint", "sh", "cupel-corpus/" + name, "-c", command)
                .lines()
                .map(line -> type.equals("pkg:pypi/") ? line.toLowerCase(Locale.ROOT) : line)
                .forEach(told::add);
        assertThat(packages(file, type)).isNotEmpty().isEqualTo(told);
    }

    private static Set<String> packages(Path file, String type) throws IOException {
        Set<String> found = new TreeSet<>();
        for (JsonNode one : JsonMapper.builder().build().readTree(Files.readAllBytes(file)).path("components")) {
            String url = one.path("purl").asString("").replaceFirst("\\?.*", "");
            if (url.startsWith(type)) {
                found.add(URLDecoder.decode(url.substring(type.length()).replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out + Files.readString(folder.resolve("errors"))).isZero();
        return out;
    }
}
