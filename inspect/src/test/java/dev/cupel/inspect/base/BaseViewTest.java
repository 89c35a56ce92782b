package dev.cupel.inspect.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.TestImage;
import dev.cupel.inspect.xray.XraySample;
import dev.cupel.inventory.Catalogue;
import dev.cupel.testing.DocumentedSchema;
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

        assertThat(List.of(view.basePart().bytes(), view.ownPart().bytes())).containsExactly(500L, 70L);
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
    void an_image_without_a_command_makes_no_promise() throws IOException, InterruptedException, MalformedManifest {
        BaseView view = view(new TestImage(work).layer("one", "echo data > app"));

        assertThat(view.choices().stream().filter(Choice::fits)).extracting(Choice::base).containsExactly("slim (Debian, Ubuntu)");
    }

    @Test
    void a_program_too_large_to_be_looked_into_makes_no_promise() throws IOException, InterruptedException, MalformedManifest {
        TestImage made = new TestImage(work).layer("one", "printf '\\177ELF' > app; truncate -s 2049M app; chmod 755 app; export TAR_OPTIONS=--sparse");
        made.settings().putArray("Entrypoint").add("/app");

        assertThat(view(made).needs()).extracting(need -> need.kind() + " " + need.why()).containsExactly("UNKNOWN /app is a program of more than 2 GiB and not looked into");
    }

    @Test
    void what_the_image_has_for_the_application_is_the_price_of_a_base_without_it() throws IOException, InterruptedException, MalformedManifest {
        TestImage made = new TestImage(work).layer("one", """
                mkdir -p etc/ssl/certs usr/share/zoneinfo; echo c > etc/ssl/certs/ca-certificates.crt; echo z > usr/share/zoneinfo/UTC
                printf 'int main(void) { return 0; }' > m.c; cc -static -o app m.c; rm m.c""");
        made.settings().put("User", "app").putArray("Entrypoint").add("/app");

        BaseView view = view(made);

        assertThat(view.needs()).extracting(Need::kind).containsExactly(Need.Kind.CERTIFICATES, Need.Kind.TIME_ZONES, Need.Kind.USERS);
        assertThat(view.choices()).extracting(Choice::fits).containsExactly(false, true, true, true, true);
        assertThat(view.choices().getFirst().price()).endsWith("to be copied in: certificates, time zones, users");
        assertThat(view.choices().get(3).price()).isEqualTo("a static program brings its own C library: nothing is lost; to be installed: time zones, users");
    }

    @Test
    void packages_and_findings_belong_to_the_base_or_to_the_application() throws IOException, InterruptedException, MalformedManifest {
        String module = "mkdir -p node_modules/%1$s; echo '{\"name\":\"%1$s\",\"version\":\"1\"}' > node_modules/%1$s/package.json; ";
        BaseView view = view(new TestImage(work)
                .layer("ADD base", module.formatted("below") + "touch su; chmod 4755 su")
                .step("CMD [\"bash\"]")
                .layer("COPY app /app # buildkit", module.formatted("own") + "mkdir bin; cp /bin/true bin/bash"));

        assertThat(view.basePart().largest()).extracting(Part.PackageSize::name).containsExactly("below");
        assertThat(view.ownPart().largest()).extracting(Part.PackageSize::name).containsExactly("own");
        assertThat(view.basePart().findings()).extracting(one -> one.kind()).containsExactly("setuid");
        assertThat(view.ownPart().findings()).extracting(one -> one.kind() + " " + one.where()).containsExactly("shell /bin/bash");
        assertThat(view.freshness().state()).isEqualTo(Freshness.State.NOT_ASKED);
    }

    @Test
    void newer_tags_are_of_the_same_kind() {
        List<String> tags = List.of("12", "12.4-slim", "12.10-slim", "13.0-slim", "13.0", "13.1-slim-arm", "latest");

        assertThat(new NewerTags("12.5-slim").of(tags)).containsExactly("13.0-slim", "12.10-slim");
        assertThat(new NewerTags("latest").of(tags)).isEmpty();
    }

    @Test
    void the_schema_in_the_documentation_is_the_reports() throws IOException {
        DocumentedSchema.requireThatOf(BaseView.class, "cupel base --format json", "base-report.schema.json");
    }

    private static BaseView view(TestImage made) throws IOException, MalformedManifest {
        OpenedImage opened = OpenedImage.of(made.image(), made.store());
        return BaseView.of(opened, Catalogue.of(opened), XraySample.report(made, true), Instant.parse("2026-02-01T00:00:00Z"));
    }
}
