package dev.cupel.slim.analysis.system.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.manifest.HealthCheck;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.TestRoots;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.system.TestContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellAnalyzerTest {
    /// Programs that do nothing; what counts is that they are there.
    private static final String PROGRAMS =
            """
            mkdir -p usr/bin usr/local/bin usr/sbin etc srv opt/app/bin
            ln -s usr/bin bin
            for p in sh bash env date id find sort sed chown gosu postgres initdb psql mktemp python3 curl pg_ctl dirname apt-get cat; do
                echo x > usr/bin/$p; chmod 755 usr/bin/$p
            done
            """;

    @TempDir
    private Path work;

    @Test
    void commands_of_every_branch_of_an_entry_script_are_kept_and_builtins_and_functions_are_not() throws Exception {
        RootFs root = made(
                """
                cat > usr/local/bin/entry.sh <<'END'
                #!/bin/bash
                set -Eeo pipefail
                date() { :; }
                date
                if [ "$(id -u)" = '0' ]; then
                    find /data \\! -user app -exec chown app '{}' +
                    exec gosu app "$BASH_SOURCE" "$@"
                fi
                : "${RUNNER:=psql}"
                "$RUNNER" -f /etc/setup.sql
                [ -s /x ] || eval "initdb $ARGS"
                . /opt/app/env
                trap 'mktemp' EXIT
                apt-get update
                exec "$@"
                END
                chmod 755 usr/local/bin/entry.sh
                echo 'cat' > opt/app/env
                echo 1 > etc/setup.sql
                """);

        assertThat(TestContext.of(root).needs(new ShellAnalyzer(), "/usr/local/bin/entry.sh"))
                .containsExactlyInAnyOrder(
                        "/bin/bash", "/usr/bin/id", "/usr/bin/find", "/usr/bin/chown", "/usr/bin/gosu", "/usr/bin/psql", "/usr/bin/initdb",
                        "/opt/app/env", "/usr/bin/cat", "/usr/bin/mktemp", "/etc/setup.sql", "/usr/local/bin/entry.sh");
    }

    @Test
    void hooks_and_neighbours_are_found_by_pattern_and_by_the_scripts_own_place() throws Exception {
        RootFs root = made(
                """
                mkdir -p hooks
                echo 'sort' > hooks/10.sh; echo 'sed' > hooks/20.sh; echo 'python3' > opt/app/lib.sh
                cat > opt/app/run <<'END'
                #!/usr/bin/env sh
                HERE=$(cd "$(dirname "$0")" && pwd)
                . "$HERE/lib.sh"
                for f in /hooks/*.sh; do . "$f"; done
                PATH=$PATH:/opt/app/bin
                helper
                END
                chmod 755 opt/app/run; echo x > opt/app/bin/helper; chmod 755 opt/app/bin/helper
                """);

        assertThat(TestContext.of(root).needs(new ShellAnalyzer(), "/opt/app/run"))
                .contains("/opt/app/lib.sh", "/hooks/10.sh", "/hooks/20.sh", "/usr/bin/sort", "/usr/bin/sed", "/usr/bin/python3")
                .contains("/opt/app/bin/helper", "/usr/bin/env", "/usr/bin/sh", "/usr/bin/dirname");
    }

    @Test
    void a_long_script_whose_variables_are_set_from_each_other_is_read_in_little_time() throws Exception {
        RootFs root = made(
                """
                cat > opt/app/long.sh <<'END'
                for i in 1 2 3 4 5 6 7 8 9; do A=$B/$C/$D$i; done; B=${A:-x}; B="$C $D"; C=$A$D; C=${D}y; D=$A$B$C; D=date
                E=$A$B; F=$E$C$D; G=$F$E$A; H=$G$F$B; I=$H$G$D; J=$I$H$A; K=$J$I$B; L=$K$J; A=$L$K; B=$A$L; C=$B$A; D=$C$B
                cp "/usr/$(id).conf" $L; "$L"; $D
                END
                """);

        assertThat(TestContext.of(root).needs(new ShellAnalyzer(), "/opt/app/long.sh")).contains("/usr/bin/date", "/usr/bin/id");
    }

    @Test
    void interpreters_behind_env_are_found_over_the_images_path() throws Exception {
        RootFs root = made(
                """
                printf '#!/usr/bin/env -S LANG=C python3 -u\\nprint()\\n' > opt/app/tool
                chmod 755 opt/app/tool
                """);

        assertThat(TestContext.of(root).in(Mode.LEAN).needs(new ShellAnalyzer(), "/opt/app/tool"))
                .containsExactly("/usr/bin/env", "/usr/bin/python3");
    }

    @Test
    void lean_mode_keeps_the_interpreter_only() throws Exception {
        RootFs root = made("printf '#!/bin/sh\\ndate\\n' > opt/app/x; chmod 755 opt/app/x");

        assertThat(TestContext.of(root).in(Mode.LEAN).needs(new ShellAnalyzer(), "/opt/app/x")).containsExactly("/bin/sh");
    }

    @Test
    void entry_point_command_and_health_check_are_read_as_the_engine_would_start_them() throws Exception {
        HealthCheck check = new HealthCheck(List.of("CMD-SHELL", "curl -f http://localhost/ || exit 1"), Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
        RootFs root = made("echo x > srv/app.py");

        assertThat(TestContext.of(root)
                        .starting(List.of("/bin/sh", "-c", "exec python3 app.py"), List.of("gosu", "nobody", "psql"))
                        .checkedBy(check)
                        .always(new CommandLineAnalyzer()))
                .containsExactlyInAnyOrder(
                        "/bin/sh", "/usr/bin/python3", "/srv/app.py", "/usr/bin/gosu", "/usr/bin/psql", "/usr/bin/curl");
    }

    @Test
    void programs_of_a_program_manager_are_found_in_its_settings() throws Exception {
        RootFs root = made(
                """
                mkdir -p etc/supervisor/conf.d etc/cron.d
                printf '[program:db]\\ncommand=/usr/bin/postgres -D %%(ENV_DATA)s\\n' > etc/supervisor/conf.d/db.conf
                printf '# a comment\\n*/5 * * * * root find /tmp -delete\\n' > etc/cron.d/clean
                """);

        assertThat(TestContext.of(root).needs(new CommandFileAnalyzer(), "/etc/supervisor/conf.d/db.conf"))
                .containsExactly("/usr/bin/postgres");
        assertThat(TestContext.of(root).needs(new CommandFileAnalyzer(), "/etc/cron.d/clean")).containsExactly("/usr/bin/find");
    }

    @Test
    void programs_that_the_applications_source_starts_are_found_in_every_way_of_writing_it() throws Exception {
        RootFs root = made(
                """
                cat > srv/a.py <<'END'
                subprocess.run(["date", "+%s"], check=True)
                os.system("find /tmp | sort")
                run = 1; word = "sed"
                END
                echo "const out = execSync('curl -s x'); spawn( 'id' , ['-u'])" > srv/a.js
                echo '<?php $x = shell_exec("gosu app psql");' > srv/a.php
                echo 'puts %x(mktemp -d)' > srv/a.rb
                """);
        TestContext context = TestContext.of(root);

        assertThat(context.needs(new CalledPrograms(), "/srv/a.py")).containsExactlyInAnyOrder("/usr/bin/date", "/usr/bin/find", "/usr/bin/sort");
        assertThat(context.needs(new CalledPrograms(), "/srv/a.js")).containsExactlyInAnyOrder("/usr/bin/curl", "/usr/bin/id");
        assertThat(context.needs(new CalledPrograms(), "/srv/a.php")).containsExactlyInAnyOrder("/usr/bin/gosu", "/usr/bin/psql");
        assertThat(context.needs(new CalledPrograms(), "/srv/a.rb")).containsExactlyInAnyOrder("/usr/bin/mktemp");
    }

    private RootFs made(String script) throws Exception {
        return new TestRoots(work).made(PROGRAMS + script);
    }
}
