package dev.cupel.inventory.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class JarArchiveTest {
    private static final String MANIFEST = "Manifest-Version: 1.0\r\nClass-Path: lib/a.jar lib/b\r\n .jar file:///opt/c.jar\r\nMain-Class: x.Y\r\n\r\nName: z\r\nClass-Path: no\r\n";

    @Test
    void entries_and_contents_are_read() throws Exception {
        JarArchive jar = JarArchive.open(ByteBuffer.wrap(jar("META-INF/MANIFEST.MF", MANIFEST, "a/B.class", "x".repeat(5000))));

        assertThat(jar.entries()).extracting(JarEntry::name).containsExactly("META-INF/MANIFEST.MF", "a/B.class");
        assertThat(jar.content(jar.entry("a/B.class").orElseThrow())).isEqualTo("x".repeat(5000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_archive_behind_a_shell_script_is_read() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("#!/bin/sh\nexec java -jar $0\n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(jar("a", "content"));

        JarArchive jar = JarArchive.open(ByteBuffer.wrap(file.toByteArray()));

        assertThat(jar.content(jar.entries().getFirst())).isEqualTo("content".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_manifest_tells_the_rest_of_the_class_path() {
        assertThat(JarManifest.read(MANIFEST.getBytes(StandardCharsets.UTF_8)).classPath())
                .containsExactly("lib/a.jar", "lib/b.jar", "/opt/c.jar");
    }

    @Test
    void command_lines_name_archives_agents_and_settings() {
        List<String> words = List.of("java", "-Xmx1g", "-javaagent:/opt/agent.jar=port=1", "-Dlogging.config=file:/etc/log.xml", "-cp", "lib/*:conf:a.jar", "Main", "@opts");

        assertThat(JvmArguments.read(words).files()).containsExactly("/opt/agent.jar", "/etc/log.xml", "lib/*", "conf", "a.jar", "opts");
        assertThat(JvmArguments.read(List.of("-jar", "app.jar")).files()).containsExactly("app.jar");
    }

    @Test
    void what_is_no_archive_is_refused_and_so_is_one_that_unpacks_to_too_much() throws Exception {
        byte[] jar = jar("a", "x".repeat(1000));
        JarArchive small = JarArchive.open(ByteBuffer.wrap(jar), new JarLimits(10, 100));

        assertThatThrownBy(() -> JarArchive.open(ByteBuffer.wrap(new byte[100]))).isInstanceOf(MalformedJar.class);
        assertThatThrownBy(() -> JarArchive.open(ByteBuffer.wrap(jar), new JarLimits(0, 100))).isInstanceOf(MalformedJar.class);
        assertThatThrownBy(() -> small.content(small.entries().getFirst())).isInstanceOf(MalformedJar.class).hasMessageContaining("1000");
    }

    @FuzzTest
    void any_bytes_are_read_or_refused(FuzzedDataProvider input) {
        byte[] bytes = input.consumeRemainingAsBytes();
        try {
            JarArchive jar = JarArchive.open(ByteBuffer.wrap(bytes), new JarLimits(1000, 1 << 20));
            for (JarEntry entry : jar.entries()) {
                assertThat(jar.content(entry)).isNotNull();
            }
            assertThat(JarManifest.read(bytes).classPath()).doesNotContain("");
        } catch (MalformedJar e) {
            assertThat(e).hasMessageNotContaining("\0");
        }
    }

    private static byte[] jar(String... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
