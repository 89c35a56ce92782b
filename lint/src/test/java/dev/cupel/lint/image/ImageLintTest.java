package dev.cupel.lint.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.Platform;
import dev.cupel.image.archive.DockerArchiveSource;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.store.ContentStore;
import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.facts.Secret;
import dev.cupel.inventory.facts.SystemFacts;
import dev.cupel.lint.ImageLint;
import dev.cupel.lint.LintResult;
import dev.cupel.lint.ignore.ConfigReader;
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
            + "\"Labels\":{\"org.opencontainers.image.source\":\"https://example.com/s\",\"org.opencontainers.image.version\":\"1\","
            + "\"org.opencontainers.image.revision\":\"0123456789abcdef\",\"org.opencontainers.image.licenses\":\"MIT\"}";

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
                "/usr/bin/chsh 4755 x => CIS-DI-0008 /usr/bin/chsh",
                "/usr/bin/wall 2755 x => CIS-DI-0008 /usr/bin/wall",
                "/usr/bin/sudo 755 x => CUP2017 /usr/bin/sudo",
                "/bin/bash 755 x => CUP2018 /bin/bash",
                "/usr/sbin/sshd 755 x => CUP1020 /usr/sbin/sshd",
                "/usr/bin/curl 755 x => CUP2010 /usr/bin/curl",
                "/srv/data 666 x => CUP2002 /srv/data",
                "/srv/open/ 777 => CUP2002 /srv/open",
                "/etc/passwd 644 root:x:0:0::/:/x ; /etc/shadow 640 root::1:: => DKL-LI-0001 /etc/shadow",
                "/etc/passwd 644 root::0:0::/:/x => DKL-LI-0001 /etc/shadow",
                "/etc/passwd 644 root:abcdefghijklm:0:0::/:/x => CUP2015 /etc/shadow",
                "/etc/group 644 a:x:5:\\nb:x:5: => DKL-LI-0002 /etc/group",
                "/etc/passwd/x 644 y => CUP2012 /etc/passwd",
                "/var/lib/rpm/rpmdb.sqlite 644 no database => CUP2012 /",
                "/etc/cron.d/job 644 1 2 * * * root /x => CUP2022 /etc/cron.d/job",
                "/etc/os-release 644 ID=debian\\nVERSION_ID=13\\n => CUP2021 /etc/os-release",
                "/etc/os-release 644 ID=debian\\nVERSION_ID=9\\n ; /var/lib/dpkg/status 644 Package: a\\nStatus: install ok installed\\nVersion: 1\\n => CUP1021 /etc/os-release",
                "/etc/passwd 644 root:x:0:0::/:/x\\na:x:5:5::/:/x\\nb:x:5:5::/:/x => DKL-LI-0002 /etc/passwd",
                "/etc/passwd 644 root:x:0:0::/:/x\\nadmin:x:0:0::/:/x => CUP2007 /etc/passwd",
                "/etc/ld.so.preload 644 /x.so => CUP2005 /etc/ld.so.preload",
                "/etc/ssh/ssh_host_rsa_key 600 -----BEGIN OPENSSH PRIVATE KEY-----\\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ\\n => CUP2006 /etc/ssh/ssh_host_rsa_key",
                "/root/.ssh/id_rsa 600 x => CIS-DI-0010 /root/.ssh/id_rsa",
                "/srv/tls.key 600 -----BEGIN RSA PRIVATE KEY-----\\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ\\n => CIS-DI-0010 /srv/tls.key",
                "/srv/Dockerfile 644 FROM x => DKL-LI-0003 /srv/Dockerfile",
                "/srv/.git/ 755 => DKL-LI-0003 /srv/.git",
                "/var/lib/apt/lists/x 644 y => DKL-DI-0005 /var/lib/apt/lists",
                "/usr/bin/apt-get 755 x => CUP2004 /usr/bin/apt-get",
                "/usr/bin/gdb 755 x => CUP2010 /usr/bin/gdb",
            })
    void a_file_that_should_not_be_there_is_found(String file, String expected) throws Exception {
        SmallImage image = new SmallImage(folder).layer(file.translateEscapes().split(" ; ", -1));

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
                "\"User\":\"1000\" => \"User\":\"00:5\" => CIS-DI-0001 User",
                "\"User\":\"1000\" => \"User\":\"nobody:5\" => CUP2023 User",
                "[\"app\"] => [\"/usr/bin/supervisord\",\"-n\"] => CUP2016 Cmd",
                "[\"app\"] => [\"/bin/sh\",\"-c\",\"exec supervisord\"] => CUP2016 Cmd",
                "\"Cmd\" => \"ExposedPorts\":{\"443\":{}},\"Cmd\" => CUP2024 ExposedPorts",
                "https://example.com/s => s => DL3052 Labels",
                "0123456789abcdef => main => DL3055 Labels",
                "\"MIT\" => \"MIT and more\" => DL3054 Labels",
                "\"Healthcheck\":{\"Test\":[\"NONE\"]}, => ~~ => DL3057 Healthcheck",
                "\"PATH=/usr/bin\" => \"API_TOKEN=xyzzy\" => CIS-DI-0010 Env",
                "[\"app\"] => [\"/bin/sh\",\"-c\",\"app\"] => CUP2008 Cmd",
                "\"Cmd\" => \"Volumes\":{\"/proc\":{}},\"Cmd\" => CUP1022 Volumes",
                "\"Cmd\" => \"ExposedPorts\":{\"22/tcp\":{}},\"Cmd\" => CUP2011 ExposedPorts, CUP2024 ExposedPorts",
                "[\"app\"] => [\"bash\",\"-ec\",\"a & b\"] => CUP2008 Cmd, CUP2016 Cmd",
                "\"org.opencontainers.image.source\":\"https://example.com/s\", => ~~ => CUP2003 Labels",
            })
    void a_configuration_that_should_be_otherwise_is_found(String part, String other, String expected) throws Exception {
        SmallImage image = new SmallImage(folder).layer("/etc/passwd 644 root:x:0:0::/:/x");

        assertThat(lint(image.archive(GOOD.replace(part, other)))).containsExactly(expected.split(", ", -1));
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
                "RUN /bin/sh -c curl -k https://example.com/x -o y # buildkit => CUP1007 2",
                "RUN /bin/sh -c curl https://example.com/x | sh # buildkit => CUP1006 2",
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
    void a_user_that_is_root_under_another_name_is_root() throws Exception {
        SmallImage image = new SmallImage(folder).layer("/etc/passwd 644 root:x:0:0::/:/x\ntoor:x:00:0::/:/x");

        assertThat(lint(image.archive(GOOD.replace("1000", "toor")))).containsExactly("CIS-DI-0001 User", "CUP2007 /etc/passwd");
    }

    @Test
    void what_is_too_large_to_be_read_is_told_and_is_no_pass() throws Exception {
        SmallImage image = new SmallImage(folder).layer("/etc/passwd 644 " + "#".repeat(5_000_000) + "\nroot::0:0::/:/x", "/etc/ld.so.preload 644 " + " ".repeat(70_000) + "/x.so");

        assertThat(lint(image.archive(GOOD.replace("\"1000\"", "\"app\"")))).containsExactly("CUP2012 /etc/ld.so.preload", "CUP2012 /etc/passwd");
    }

    @Test
    void a_hard_link_is_the_file_that_it_names() throws Exception {
        SmallImage image = new SmallImage(folder).layer("/usr/bin/chsh 4755 x", "/usr/bin/other =/usr/bin/chsh", "/srv/Dockerfile =/usr/bin/chsh");

        assertThat(lint(image.archive(GOOD))).contains("CIS-DI-0008 /usr/bin/chsh", "CIS-DI-0008 /usr/bin/other", "DKL-LI-0003 /srv/Dockerfile");
    }

    @Test
    void an_old_image_and_a_label_that_the_configuration_asks_for_are_found() throws Exception {
        Path archive = new SmallImage(folder).made("2025-01-01T00:00:00Z").layer("/x 644 y").archive(GOOD);
        LintConfig config = new ConfigReader("x", RuleBook.stock()).read("labels: {com.example.owner: email}");

        assertThat(lint(archive)).containsExactly("CUP2025 created");
        assertThat(ids(result(archive, config))).contains("DL3049 Labels");
    }

    /// The inventory is asked by both, so that what one tells of the other does not deny.
    @Test
    void every_fact_of_the_inventory_that_is_a_breach_is_found() throws Exception {
        Path archive = new SmallImage(folder)
                .layer("/usr/bin/chsh 6755 x", "/srv/x 666 x", "/root/.netrc 600 secret", "/srv/.netrc 600 secret", "/usr/bin/gcc-14 755 x", "/usr/bin/doas 755 x")
                .layer("/root/.wh..netrc 600 ", "/etc/passwd 644 a::5:5::/:/x")
                .archive(GOOD.replace("PATH=/usr/bin", "TOKEN=xyzzy-xyzzy"));
        SystemFacts facts = Catalogue.of(opened(archive)).facts();
        List<String> found = lint(archive);

        assertThat(facts.special()).allMatch(one -> found.stream().anyMatch(line -> line.endsWith(" " + one.path())));
        assertThat(facts.secrets()).hasSize(3).allMatch(one -> one.kind() != Secret.Kind.FILE || found.contains((one.visible() ? "CIS-DI-0010 " : "CUP2001 ") + one.place()));
        assertThat(facts.tools()).hasSize(2);
        assertThat(found).contains("CIS-DI-0010 Env", "CUP2010 /usr/bin/gcc-14", "CUP2017 /usr/bin/doas", "DKL-LI-0001 /etc/shadow");
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
        return ids(result(archive));
    }

    private static List<String> ids(LintResult result) {
        return result.findings().stream().map(finding -> finding.rule().id() + " " + switch (finding.place()) {
            case Finding.Place.AtPath(String path) -> path;
            case Finding.Place.InConfig(String key) -> key;
            case Finding.Place.InHistory(int number) -> number;
            case Finding.Place.InFile(var span) -> span;
        }).toList();
    }

    private LintResult result(Path archive) throws Exception {
        return result(archive, LintConfig.NONE);
    }

    private LintResult result(Path archive, LintConfig config) throws Exception {
        Suppression suppression = new Suppression(RuleBook.stock(), config, Profile.GOLD, LocalDate.of(2026, 6, 1));
        OpenedImage opened = opened(archive);
        return new ImageLint(suppression).lint("docker-archive:image.tar", opened, Catalogue.of(opened));
    }

    private OpenedImage opened(Path archive) throws Exception {
        ContentStore store = ContentStore.at(folder.resolve("store"));
        return OpenedImage.of(new DockerArchiveSource(archive, Optional.empty()).load(Platform.parse("linux/amd64"), store), store);
    }
}
