package dev.cupel.inspect.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.Platform;
import dev.cupel.image.credentials.Credentials;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.manifest.MalformedManifest;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.registry.RegistrySettings;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.TestImage;
import dev.cupel.inspect.xray.XraySample;
import dev.cupel.inventory.Catalogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BaseCheckTest {
    @Test
    @Timeout(20)
    void a_registry_that_says_nothing_holds_nobody_up(@TempDir Path work) throws IOException, InterruptedException, MalformedManifest {
        TestImage made = new TestImage(work).layer("one", "echo 1 > a");
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Images images = Images.ofThisMachine(made.store(), RegistrySettings.with(Credentials.none()), Progress.silent())) {
            made.settings().putObject("Labels").put("org.opencontainers.image.base.name", "127.0.0.1:" + silent.getLocalPort() + "/base:1");
            OpenedImage opened = OpenedImage.of(made.image(), made.store());
            BaseView view = BaseView.of(opened, Catalogue.of(opened), XraySample.report(made, true), Instant.parse("2026-02-01T00:00:00Z"));

            Freshness found = new BaseCheck(images, Platform.parse("linux/amd64"), Duration.ofSeconds(1)).of(view, List.of());

            assertThat(found.state()).isEqualTo(Freshness.State.UNKNOWN);
            assertThat(found.told()).contains("no answer within 1 seconds");
        }
    }
}
