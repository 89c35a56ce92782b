package dev.cupel.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.inventory.java.JarIdentity.Coordinates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class JarIdentityTest {
    private static final String GUAVA = "groupId=com.google.guava\nartifactId=guava\nversion=33.0.0-jre\n";
    private static final String OWN = "#made\r\nversion=2.1\r\ngroupId=org.example\r\nartifactId=shop\r\n";

    @Test
    void the_archives_own_properties_decide_and_those_of_others_are_what_it_holds() throws Exception {
        JarArchive jar = jar("META-INF/maven/g/guava/pom.properties", GUAVA, "META-INF/maven/o/shop/pom.properties", OWN);

        JarIdentity identity = JarIdentity.of(jar, "shop-2.1.jar", KnownGroups.load());

        assertThat(identity.self()).isEqualTo(new Coordinates("org.example", "shop", "2.1"));
        assertThat(identity.inside()).containsExactly(new Coordinates("com.google.guava", "guava", "33.0.0-jre"));
    }

    @Test
    void without_properties_the_file_name_and_the_manifest_tell() throws Exception {
        assertThat(identity("spring-core-6.1.11.jar", "")).isEqualTo(new Coordinates("org.springframework", "spring-core", "6.1.11"));
        assertThat(identity("json-path.jar", "Bundle-SymbolicName: com.jayway.json-path\nBundle-Version: 2.9.0\n"))
                .isEqualTo(new Coordinates("com.jayway", "json-path", "2.9.0"));
        assertThat(identity("acme-tool-1.0-beta.2.jar", "Bundle-SymbolicName: org.acmetools;singleton:=true\n"))
                .isEqualTo(new Coordinates("org.acmetools", "acme-tool", "1.0-beta.2"));
        assertThat(identity("plain.jar", "")).isEqualTo(new Coordinates("", "plain", ""));
    }

    @Test
    void names_that_keep_a_matcher_busy_are_no_names() throws Exception {
        assertThat(identity("a_".repeat(30_000) + "!.jar", "").version()).isEmpty();
        assertThat(identity("a_".repeat(120) + "!.jar", "").version()).isEmpty();
    }

    private static Coordinates identity(String name, String manifest) throws IOException, MalformedJar {
        return JarIdentity.of(jar("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + manifest), name, KnownGroups.load()).self();
    }

    private static JarArchive jar(String... entries) throws IOException, MalformedJar {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return JarArchive.open(ByteBuffer.wrap(bytes.toByteArray()));
    }
}
