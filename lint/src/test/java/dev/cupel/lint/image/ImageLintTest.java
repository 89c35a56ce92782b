package dev.cupel.lint.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.Platform;
import dev.cupel.image.archive.DockerArchiveSource;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.store.ContentStore;
import dev.cupel.lint.ImageLint;
import dev.cupel.lint.LintResult;
import dev.cupel.lint.ignore.LintConfig;
import dev.cupel.lint.ignore.Suppression;
import dev.cupel.lint.rule.Finding;
import dev.cupel.lint.rule.Profile;
import dev.cupel.lint.rule.RuleBook;
import dev.cupel.lint.report.TextReport;
import dev.cupel.lint.report.Ink;
import dev.cupel.lint.report.ReportFormat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageLintTest {
    private static final String GOOD_ACCOUNTS = "root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/:/bin/sh\n";
    private static final String GOOD = "\"User\":\"1000\",\"Cmd\":[\"app\"],\"Healthcheck\":{\"Test\":[\"NONE\"]},\"Env\":[\"PATH=/usr/bin\"],"
            + "\"Labels\":{\"org.opencontainers.image.source\":\"s\",\"org.opencontainers.image.version\":\"1\","
            + "\"org.opencontainers.image.revision\":\"r\",\"org.opencontainers.image.licenses\":\"MIT\"}";

    @TempDir
    private Path folder;

    @Test
    void an_image_that_is_as_it_should_be_has_no_findings() throws Exception {
        SmallImage image = new SmallImage(folder).layer(
                "/etc/passwd 644 " + GOOD_ACCOUNTS, "/etc/shadow 640 root:*:1::::::\n", "/usr/bin/app 755 x", "/tmp/ 1777", "/etc/ssl/certs/ca.pem 644 -----BEGIN CERTIFICATE-----");

        List<String> found = lint(image.archive(GOOD, "ADD rootfs.tar / # buildkit", "RUN /bin/sh -c apt-get update && apt-get install -y x # buildkit"));

        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "/usr/bin/su 4755 x => CIS-DI-0008 /usr/bin/su",
                "/srv/data 666 x => CUP2002 /srv/data",
                "/srv/open/ 777 => CUP2002 /srv/open",
                "/etc/shadow 640 root::1:: => DKL-LI-0001 /etc/shadow",
                "/etc/passwd 644 root:x:0:0::/:/x\\na:x:5:5::/:/x\\nb:x:5:5::/:/x => DKL-LI-0002 /etc/passwd",
                "/etc/passwd 644 root:x:0:0::/:/x\\nadmin:x:0:0::/:/x => CUP2007 /etc/passwd",
                "/etc/ld.so.preload 644 /x.so => CUP2005 /etc/ld.so.preload",
                "/etc/ssh/ssh_host_rsa_key 600 -----BEGIN OPENSSH PRIVATE KEY----- => CUP2006 /etc/ssh/ssh_host_rsa_key",
                "/root/.ssh/id_rsa 600 x => CIS-DI-0010 /root/.ssh/id_rsa",
                "/srv/tls.key 600 -----BEGIN RSA PRIVATE KEY----- => CIS-DI-0010 /srv/tls.key",
                "/srv/Dockerfile 644 FROM x => DKL-LI-0003 /srv/Dockerfile",
                "/srv/.git/ 755 => DKL-LI-0003 /srv/.git",
                "/var/lib/apt/lists/x 644 y => DKL-DI-0005 /var/lib/apt/lists",
                "/usr/bin/apt-get 755 x => CUP2004 /usr/bin/apt-get",
                "/usr/bin/gdb 755 x => CUP2010 /usr/bin/gdb",
            })
    void a_file_that_should_not_be_there_is_found(String file, String expected) throws Exception {
        SmallImage image = new SmallImage(folder).layer(file.translateEscapes());

        assertThat(lint(image.archive(GOOD))).containsExactly(expected);
    }

    @Test
    void a_folder_of_programs_that_all_may_write_to_is_found() throws Exception {
        SmallImage image = new SmallImage(folder).layer("/usr/bin/ 777");

        assertThat(lint(image.archive(GOOD))).containsExactlyInAnyOrder("CUP2002 /usr/bin", "CUP2009 /usr/bin");
    }

    @Test
    void a_secret_that_a_later_layer_deleted_is_found_in_the_layer_below() throws Exception {
        SmallImage image = new SmallImage(folder).layer("/root/.netrc 600 secret", "/root/x 600 y").layer("/root/.wh..netrc 600 ");

        assertThat(lint(image.archive(GOOD))).containsExactly("CUP2001 /root/.netrc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "\"User\":\"1000\" => \"User\":\"root\" => CIS-DI-0001 User",
                "\"User\":\"1000\", => ~~ => CIS-DI-0001 User",
                "\"Healthcheck\":{\"Test\":[\"NONE\"]}, => ~~ => DL3057 Healthcheck",
                "\"PATH=/usr/bin\" => \"API_TOKEN=x\" => CIS-DI-0010 Env",
                "[\"app\"] => [\"/bin/sh\",\"-c\",\"app\"] => CUP2008 Cmd",
                "\"Cmd\" => \"Volumes\":{\"/proc\":{}},\"Cmd\" => CUP1022 Volumes",
                "\"Cmd\" => \"ExposedPorts\":{\"22/tcp\":{}},\"Cmd\" => CUP2011 ExposedPorts",
                "\"org.opencontainers.image.source\":\"s\", => ~~ => CUP2003 Labels",
            })
    void a_configuration_that_should_be_otherwise_is_found(String part, String other, String expected) throws Exception {
        SmallImage image = new SmallImage(folder).layer("/x 644 y");

        assertThat(lint(image.archive(GOOD.replace(part, other)))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "RUN /bin/sh -c apt-get update # buildkit => CUP1023 2",
                "/bin/sh -c apt-get update => CUP1023 2",
                "|1 A=b /bin/sh -c apt-get update => CUP1023 2",
                "RUN |2 A=b C=d /bin/sh -c sudo x # buildkit => DKL-DI-0001 2",
                "RUN /bin/bash -o pipefail -c apk add x # buildkit => DKL-DI-0004 2",
                "RUN /bin/sh -c apt-get -y upgrade # buildkit => CUP1011 2",
                "RUN |1 NPM_TOKEN=x /bin/sh -c y # buildkit => CIS-DI-0010 2",
                "ADD app / # buildkit => CIS-DI-0009 2",
                "/bin/sh -c #(nop) ADD file:0123 in /srv  => CIS-DI-0009 2",
                "RUN /bin/sh -c curl https://me:secret@example.com/x # buildkit => CIS-DI-0010 2",
            })
    void a_step_of_the_history_that_should_be_otherwise_is_found(String step, String expected) throws Exception {
        SmallImage image = new SmallImage(folder).layer("/x 644 y");

        assertThat(lint(image.archive(GOOD, "ADD rootfs.tar / # buildkit", step))).containsExactly(expected);
    }

    @Test
    void names_that_steer_a_terminal_are_printed_harmless() throws Exception {
        SmallImage image = new SmallImage(folder).layer("/srv/\u001b[31mred 666 x");
        StringWriter out = new StringWriter();

        ReportFormat.TEXT.write(List.of(result(image.archive(GOOD))), "1", new TextReport(Ink.PLAIN, 80), new PrintWriter(out));

        assertThat(out.toString()).contains("red").doesNotContain("\u001b");
    }

    @Test
    void a_step_is_told_without_its_secrets_and_a_long_one_does_not_stop_the_linter() throws Exception {
        SmallImage image = new SmallImage(folder).layer("/x 644 y");
        Path archive = image.archive(
                GOOD,
                "ADD rootfs.tar / # buildkit",
                "RUN /bin/sh -c sudo curl --header API_TOKEN=" + "hunter2".repeat(10) + " # buildkit",
                "ADD https://me:hunter2hunter2@example.com/" + "x".repeat(100) + " app / # buildkit",
                "/bin/sh -a" + " -a".repeat(100_000),
                "RUN x" + " ".repeat(100_000) + "y");

        List<Finding> found = result(archive).findings();

        assertThat(found).extracting(finding -> finding.rule().id()).contains("DKL-DI-0001", "CIS-DI-0010");
        assertThat(found).noneMatch(finding -> finding.detail().contains("hunter"));
    }

    private List<String> lint(Path archive) throws Exception {
        return result(archive).findings().stream().map(finding -> finding.rule().id() + " " + switch (finding.place()) {
            case Finding.Place.AtPath(String path) -> path;
            case Finding.Place.InConfig(String key) -> key;
            case Finding.Place.InHistory(int number) -> number;
            case Finding.Place.InFile(var span) -> span;
        }).toList();
    }

    private LintResult result(Path archive) throws Exception {
        ContentStore store = ContentStore.at(folder.resolve("store"));
        Image image = new DockerArchiveSource(archive, Optional.empty()).load(Platform.parse("linux/amd64"), store);
        Suppression suppression = new Suppression(RuleBook.stock(), LintConfig.NONE, Profile.GOLD, LocalDate.of(2026, 6, 1));
        return new ImageLint(suppression, store).lint("docker-archive:image.tar", image);
    }
}
