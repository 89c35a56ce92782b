package dev.cupel.slim.analysis.system.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.TestRoots;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.system.TestContext;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import dev.cupel.testing.SharedData;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleAnalyzerTest {
    @TempDir
    private Path work;

    @Test
    void all_rules_of_the_build_are_read_and_no_two_share_an_id() {
        List<KeepRule> rules = KeepRules.all();

        assertThat(rules).hasSizeGreaterThan(50);
        assertThat(rules.stream().collect(Collectors.groupingBy(KeepRule::id, Collectors.counting())).values()).containsOnly(1L);
    }

    @Test
    void openssl_keeps_what_it_loads_by_name_and_nothing_without_it() throws Exception {
        RootFs root = new TestRoots(work)
                .made(
                        """
                        mkdir -p usr/lib/x86_64-linux-gnu/ossl-modules etc/ssl/certs usr/lib/ssl; ln -s usr/lib lib
                        touch usr/lib/x86_64-linux-gnu/libcrypto.so.3 usr/lib/x86_64-linux-gnu/ossl-modules/legacy.so usr/lib/x86_64-linux-gnu/libz.so.1
                        touch etc/ssl/openssl.cnf etc/ssl/certs/ca-certificates.crt; ln -s /etc/ssl/openssl.cnf usr/lib/ssl/openssl.cnf
                        """);

        assertThat(TestContext.of(root).needs(new RuleAnalyzer(), "/usr/lib/x86_64-linux-gnu/libcrypto.so.3"))
                .contains("/etc/ssl/openssl.cnf", "/usr/lib/ssl/openssl.cnf", "/usr/lib/x86_64-linux-gnu/ossl-modules/**", "/etc/ssl/certs/**");
        assertThat(TestContext.of(root).needs(new RuleAnalyzer(), "/usr/lib/x86_64-linux-gnu/libz.so.1")).isEmpty();
    }

    @Test
    void a_shell_brings_the_tools_that_scripts_expect_but_not_in_lean_mode() throws Exception {
        RootFs root = new TestRoots(work).made("mkdir -p usr/bin; ln -s usr/bin bin; (cd usr/bin; touch dash date nproc gunzip xzcat vim [; ln -s dash sh)");

        assertThat(TestContext.of(root).needs(new RuleAnalyzer(), "/usr/bin/dash"))
                .contains("/usr/bin/date", "/usr/bin/nproc", "/usr/bin/gunzip", "/usr/bin/xzcat", "/usr/bin/[")
                .doesNotContain("/usr/bin/vim");
        assertThat(TestContext.of(root).in(Mode.LEAN).needs(new RuleAnalyzer(), "/usr/bin/dash")).doesNotContain("/usr/bin/date");
    }

    @Test
    @Needs(Provision.GO)
    void a_program_made_by_go_brings_a_shell_where_it_can_start_others_and_else_not() throws Exception {
        RootFs root = new TestRoots(work)
                .made(
                        """
                        mkdir -p usr/bin; ln -s usr/bin bin; touch usr/bin/sh
                        printf 'package main\nimport "os/exec"\nfunc main() { exec.Command("date").Run() }\n' >starts.go
                        printf 'package main\nimport "fmt"\nfunc main() { fmt.Println("date") }\n' >prints.go
                        for one in starts prints; do CGO_ENABLED=0 GOFLAGS=-mod=mod go build -ldflags '-s -w' -o usr/bin/$one $one.go; done
                        """);

        assertThat(TestContext.of(root).needs(new RuleAnalyzer(), "/usr/bin/starts")).contains("/usr/bin/sh");
        assertThat(TestContext.of(root).needs(new RuleAnalyzer(), "/usr/bin/prints")).doesNotContain("/usr/bin/sh");
    }

    @Test
    void a_tree_may_have_gaps() throws Exception {
        RootFs root = new TestRoots(work).made("mkdir -p usr/bin usr/lib/git-core; touch usr/bin/git usr/lib/git-core/git-add usr/lib/git-core/git-svn");

        assertThat(TestContext.of(root).needs(new RuleAnalyzer(), "/usr/bin/git"))
                .contains("/usr/lib/git-core/git-add")
                .doesNotContain("/usr/lib/git-core/git-svn");
    }

    @Test
    @Needs(Provision.SHARED_DATA)
    void identity_users_and_names_of_services_stay_in_every_image() throws Exception {
        RootFs root = new TestRoots(work).of(SharedData.directory().resolve("images/alpine-minirootfs-3.20.3-x86_64.tar.gz"));

        assertThat(TestContext.of(root).in(Mode.LEAN).always(new RuleAnalyzer()))
                .contains("/etc/passwd", "/etc/group", "/etc/os-release", "/etc/services", "/etc/protocols", "/etc/hosts", "/etc/alpine-release");
    }

    @Test
    void a_mistake_in_a_rule_file_is_told_with_its_place() {
        assertThatThrownBy(() -> new RuleFile("x.rules").read("rule a\nwhy b\nwhen never\nkeep /c\n"))
                .hasMessage("x.rules, before line 5: cannot read the condition never");
        assertThatThrownBy(() -> new RuleFile("x.rules").read("rule a\nwhy b\n"))
                .hasMessageContaining("a rule without id, why, when or keep");
    }
}
