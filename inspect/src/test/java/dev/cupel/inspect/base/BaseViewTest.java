package dev.cupel.inspect.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.TestImage;
import dev.cupel.inspect.xray.XraySample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseViewTest {
    @TempDir
    private Path work;

    @Test
    void the_bases_share_and_age_are_told_apart_from_the_applications() throws IOException, InterruptedException, MalformedManifest {
        BaseView view = view(new TestImage(work)
                .layer("/bin/sh -c #(nop) ADD file:ab8940a9b8a6 in / ", "head -c 500 /dev/zero > a")
                .step("/bin/sh -c #(nop)  CMD [\"bash\"]")
                .layer("COPY app /app # buildkit", "head -c 70 /dev/zero > app"));

        assertThat(List.of(view.baseBytes(), view.applicationBytes())).containsExactly(500L, 70L);
        assertThat(view.ageDays()).isEqualTo(Optional.of(31L));
    }

    @Test
    void a_script_is_followed_to_its_shell_and_the_shell_to_its_libc() throws IOException, InterruptedException, MalformedManifest {
        TestImage made = new TestImage(work)
                .layer("one", "mkdir -p bin usr/bin; cp -L /bin/sh bin/sh; printf '#!/bin/sh\\nexec app\\n' > usr/bin/start; chmod 755 usr/bin/start");
        made.settings().putArray("Entrypoint").add("start");

        BaseView view = view(made);

        assertThat(view.needs()).extracting(Need::kind).containsExactly(Need.Kind.SHELL, Need.Kind.GLIBC);
        assertThat(view.choices().stream().filter(Choice::fits)).extracting(Choice::base).containsExactly("slim (Debian, Ubuntu)");
    }

    @Test
    void what_cannot_be_followed_makes_no_promise() throws IOException, InterruptedException, MalformedManifest {
        TestImage made = new TestImage(work).layer("one", "echo data > app");
        made.settings().putArray("Entrypoint").add("/app");

        assertThat(view(made).choices().stream().filter(Choice::fits)).extracting(Choice::base).containsExactly("slim (Debian, Ubuntu)");
    }

    @Test
    void a_program_too_large_to_be_looked_into_makes_no_promise() throws IOException, InterruptedException, MalformedManifest {
        TestImage made = new TestImage(work).layer("one", "printf '\\177ELF' > app; truncate -s 2049M app; chmod 755 app; export TAR_OPTIONS=--sparse");
        made.settings().putArray("Entrypoint").add("/app");

        assertThat(view(made).needs()).extracting(need -> need.kind() + " " + need.why()).containsExactly("UNKNOWN /app is a program of more than 2 GiB and not looked into");
    }

    private static BaseView view(TestImage made) throws IOException, MalformedManifest {
        return BaseView.of(OpenedImage.of(made.image(), made.store()), XraySample.report(made, true), Instant.parse("2026-02-01T00:00:00Z"));
    }
}
