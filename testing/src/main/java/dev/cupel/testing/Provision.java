package dev.cupel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Something a machine can have; each knows how to look for itself.
public enum Provision {
    /// The effective user is root.
    ROOT("run the tests as root") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return readable(Path.of("/proc/self/status"))
                    .map(status -> status.lines().anyMatch(line -> line.matches("Uid:\\s+\\d+\\s+0\\s.*")))
                    .orElse(false);
        }
    },
    /// A Docker Engine that answers on the socket named by `DOCKER_HOST`, or on `/var/run/docker.sock`.
    ENGINE("start a Docker Engine, or run ./check") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return Files.exists(Path.of(environment.getOrDefault("DOCKER_HOST", "unix:///var/run/docker.sock")
                    .replaceFirst("^unix://", "")));
        }
    },
    /// A registry on loopback without TLS, at the `host:port` in `CUPEL_TEST_REGISTRY`.
    REGISTRY("start a registry and name it in CUPEL_TEST_REGISTRY, or run ./check") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return environment.containsKey("CUPEL_TEST_REGISTRY");
        }
    },
    /// The registry's own program, for tests that set one up with accounts or TLS.
    REGISTRY_PROGRAM("install docker-registry") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("docker-registry", environment);
        }
    },
    OPENSSL("install openssl") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("openssl", environment);
        }
    },
    RUNC("install runc") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("runc", environment);
        }
    },
    CRUN("install crun") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("crun", environment);
        }
    },
    GO("install golang-go") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("go", environment);
        }
    },
    /// The programs that give a user namespace subordinate users and groups.
    UIDMAP("install uidmap") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("newuidmap", environment);
        }
    },
    /// rpm and rpmbuild, as Debian's package `rpm` brings them.
    RPM("install rpm") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("rpmbuild", environment);
        }
    },
    /// A C compiler that can link statically.
    COMPILER("install gcc and libc6-dev") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("gcc", environment);
        }
    },
    PODMAN("install podman") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("podman", environment);
        }
    },
    SKOPEO("install skopeo") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("skopeo", environment);
        }
    },
    UMOCI("install umoci") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("umoci", environment);
        }
    },
    CRANE("build crane with the Go module proxy: go install github.com/google/go-containerregistry/cmd/crane") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("crane", environment);
        }
    },
    OSV_SCANNER("build osv-scanner with the Go module proxy, or run ./check") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("osv-scanner", environment);
        }
    },
    GRYPE("build grype with the Go module proxy, or run ./check") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("grype", environment);
        }
    },
    /// A registry that keeps a list of referrers, which Debian's does not: made of `.ci/referrers-registry`.
    REFERRERS_REGISTRY("build .ci/referrers-registry with go as cupel-referrers-registry, or run ./check") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("cupel-referrers-registry", environment);
        }
    },
    DEBOOTSTRAP("install debootstrap") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("debootstrap", environment);
        }
    },
    NGINX("install nginx-light") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("nginx", environment);
        }
    },
    REDIS("install redis-server") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("redis-server", environment);
        }
    },
    MEMCACHED("install memcached") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("memcached", environment);
        }
    },
    MARIADB("install mariadb-server") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("mariadbd", environment);
        }
    },
    RABBITMQ("install rabbitmq-server") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("rabbitmq-server", environment);
        }
    },
    /// The server's own programs, which Debian keeps off the path, and its user.
    POSTGRES("install postgresql-15") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return Files.isDirectory(Path.of("/usr/lib/postgresql"));
        }
    },
    PYTHON("install python3") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("python3", environment);
        }
    },
    /// Debian's Python with its SMTP server.
    AIOSMTPD("install python3-aiosmtpd") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/aiosmtpd"));
        }
    },
    /// A checker of manual pages.
    MANDOC("install mandoc") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("mandoc", environment);
        }
    },
    FISH("install fish") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("fish", environment);
        }
    },
    /// A terminal to test in.
    TMUX("install tmux") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return onPath("tmux", environment);
        }
    },
    /// Debian's aiosmtpd, a mail server for tests.
    SMTP_SERVER("install python3-aiosmtpd") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/aiosmtpd"));
        }
    },
    /// The fixtures beside the checkout (see [SharedData]).
    SHARED_DATA("put the shared data beside the checkout, or name it in CUPEL_SHARED_DATA") {
        @Override
        boolean isThere(Map<String, String> environment) {
            return SharedData.find(environment).isPresent();
        }
    };

    private final String remedy;

    Provision(String remedy) {
        this.remedy = remedy;
    }

    abstract boolean isThere(Map<String, String> environment);

    String remedy() {
        return remedy;
    }

    private static boolean onPath(String program, Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static Optional<String> readable(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
