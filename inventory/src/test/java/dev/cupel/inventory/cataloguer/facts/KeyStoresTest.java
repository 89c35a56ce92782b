package dev.cupel.inventory.cataloguer.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.facts.CertificateFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stores that Java's own keytool wrote.
class KeyStoresTest {
    @TempDir
    private Path work;

    @ParameterizedTest
    @ValueSource(strings = {"JKS", "JCEKS", "PKCS12"})
    void certificates_of_a_store_are_told_whoever_they_belong_to(String type) throws Exception {
        keytool("-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=own", "-keystore", "keys", "-storetype", type, "-storepass", "changeit", "-keypass", "changeit");
        keytool("-genkeypair", "-alias", "far", "-keyalg", "EC", "-dname", "CN=far", "-ext", "bc:c", "-keystore", "far", "-storepass", "changeit");
        keytool("-exportcert", "-alias", "far", "-keystore", "far", "-storepass", "changeit", "-file", "far.crt");
        keytool("-importcert", "-noprompt", "-alias", "far", "-file", "far.crt", "-keystore", "keys", "-storetype", type, "-storepass", "changeit");

        assertThat(subjects("app/trust.jks")).containsExactlyInAnyOrder("CN=own", "CN=far");
    }

    @Test
    void a_jks_store_needs_no_password() throws Exception {
        keytool("-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=own", "-keystore", "keys", "-storetype", "JKS", "-storepass", "nobody-knows", "-keypass", "nobody-knows");

        assertThat(subjects("etc/ssl/certs/java/cacerts")).containsExactly("CN=own");
    }

    @Test
    void a_pkcs12_store_with_another_password_keeps_its_certificates_to_itself() throws Exception {
        keytool("-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=own", "-keystore", "keys", "-storetype", "PKCS12", "-storepass", "nobody-knows");

        assertThat(subjects("app/store.p12")).isEmpty();
    }

    private List<String> subjects(String place) throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work).of("mkdir -p $(dirname %s); cp %s/keys %1$s".formatted(place, work)));
        return inventory.facts().certificates().stream().map(CertificateFact::subject).toList();
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        Stream.of(arguments).forEach(command::add);
        Process tool = new ProcessBuilder(command).directory(work.toFile()).redirectInput(Path.of("/dev/null").toFile()).redirectErrorStream(true).redirectOutput(work.resolve("said").toFile()).start();
        assertThat(tool.waitFor()).as(Files.readString(work.resolve("said"))).isZero();
    }
}
