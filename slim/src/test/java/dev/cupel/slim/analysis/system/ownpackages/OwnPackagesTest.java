package dev.cupel.slim.analysis.system.ownpackages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.TestRoots;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.system.TestContext;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPackagesTest {
    private static final String IMAGE =
            """
            mkdir -p usr/sbin usr/bin usr/lib/server/plugins usr/share/server usr/share/doc/server usr/share/man/man8 usr/include var/lib/dpkg/info etc/init.d
            for f in usr/sbin/server usr/bin/server-client usr/lib/server/plugins/late.so usr/share/server/table usr/share/server-data usr/share/doc/server/x \\
                     usr/share/man/man8/server.8.gz usr/include/server.h etc/init.d/server usr/bin/ls usr/lib/libdep.so.1; do echo x > $f; done
            printf '#!/usr/bin/perl\\n' > usr/bin/server-report
            chmod 755 usr/sbin/server usr/bin/*
            package() { # name source priority depends files
                printf 'Package: %s\\nStatus: install ok installed\\nSource: %s\\nPriority: %s\\nArchitecture: amd64\\nVersion: 1\\nDepends: %s\\n\\n' "$1" "$2" "$3" "$4" >> var/lib/dpkg/status
                name=$1; shift 4; printf '%s\\n' "$@" > var/lib/dpkg/info/$name.list
            }
            package server server optional 'server-data, libdep' /usr/sbin/server /usr/lib/server /usr/lib/server/plugins/late.so /usr/share/server/table \\
                /usr/share/doc/server/x /usr/share/man/man8/server.8.gz /etc/init.d/server /usr/bin/server-report
            package server-client server optional '' /usr/bin/server-client
            package server-dev server optional '' /usr/include/server.h
            package server-data data optional '' /usr/share/server-data
            package libdep dep optional '' /usr/lib/libdep.so.1
            package coreutils coreutils required '' /usr/bin/ls
            """;

    @TempDir
    private Path work;

    @Test
    void the_packages_of_the_applications_programs_stay_whole_less_what_nobody_runs() throws Exception {
        RootFs root = new TestRoots(work).made(IMAGE);
        OwnPackages analyzer = new OwnPackages(_ -> List.of(ImagePath.of("/usr/sbin/server"), ImagePath.of("/usr/bin/ls")));

        assertThat(TestContext.of(root).always(analyzer))
                .contains("/usr/lib/server/plugins/late.so", "/usr/share/server/table", "/usr/bin/server-client", "/usr/share/server-data")
                .doesNotContain("/usr/share/doc/server/x", "/usr/share/man/man8/server.8.gz", "/usr/include/server.h", "/usr/bin/ls")
                .doesNotContain("/usr/lib/libdep.so.1", "/etc/init.d/server", "/usr/bin/server-report");
    }

    @Test
    void lean_mode_keeps_no_package_whole() throws Exception {
        RootFs root = new TestRoots(work).made(IMAGE);

        assertThat(TestContext.of(root).in(Mode.LEAN).always(new OwnPackages(_ -> List.of(ImagePath.of("/usr/sbin/server"))))).isEmpty();
    }
}
