package dev.cupel.slim.analysis.language.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.language.SampleImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaAnalyzerTest {
    private static final String HOME = "/usr/lib/jvm/java-17-openjdk";

    @TempDir
    Path work;

    @Test
    void a_launcher_keeps_its_runtime_with_policies_and_certificates_behind_links() throws Exception {
        List<String> kept = kept(debian(), Mode.SAFE, HOME + "/bin/java");

        assertThat(kept).containsExactly(
                "/etc/java-17/jvm-amd64.cfg", "/etc/java-17/security/java.security", "/etc/java-17/security/policy/unlimited/default_US_export.policy",
                "/etc/ssl/certs/java/cacerts", "/usr/lib/jvm/default-java", HOME + "/bin/java", HOME + "/bin/jcmd", HOME + "/conf",
                HOME + "/lib/classes_nocoops.jsa", HOME + "/lib/jvm.cfg", HOME + "/lib/libawt.so", HOME + "/lib/modules",
                HOME + "/lib/security/cacerts", HOME + "/lib/server/libjvm.so", HOME + "/lib/tzdb.dat");
    }

    @Test
    void in_lean_mode_operators_tools_go() throws Exception {
        assertThat(kept(debian(), Mode.LEAN, HOME + "/bin/java"))
                .contains(HOME + "/lib/libawt.so", HOME + "/lib/tzdb.dat", "/etc/java-17/security/java.security")
                .doesNotContain(HOME + "/bin/jcmd", HOME + "/lib/classes_nocoops.jsa");
    }

    @Test
    void with_a_screen_what_draws_on_it_stays() throws Exception {
        assertThat(kept(debian().environment("DISPLAY=:0"), Mode.SAFE, HOME + "/bin/java")).contains(HOME + "/lib/libawt_xawt.so");
    }

    @Test
    void fonts_stay_where_somebody_installed_them_beside_java() throws Exception {
        SampleImage image = debian()
                .files("/etc/fonts/fonts.conf", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/lib/x86_64-linux-gnu/libfontconfig.so.1");

        assertThat(kept(image, Mode.SAFE, HOME + "/bin/java"))
                .contains("/etc/fonts/fonts.conf", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/lib/x86_64-linux-gnu/libfontconfig.so.1");
    }

    @Test
    void a_runtime_of_java_8_is_found_by_its_own_layout() throws Exception {
        SampleImage image = new SampleImage()
                .files("/opt/jdk8/bin/java", "/opt/jdk8/jre/lib/amd64/jvm.cfg", "/opt/jdk8/jre/lib/rt.jar", "/opt/jdk8/lib/tools.jar")
                .files("/opt/jdk8/src.zip", "/opt/jdk8/jre/lib/ext/sunec.jar", "/opt/jdk8/include/jni.h");

        assertThat(kept(image, Mode.SAFE, "/opt/jdk8/bin/java"))
                .containsExactly("/opt/jdk8/bin/java", "/opt/jdk8/jre/lib/amd64/jvm.cfg", "/opt/jdk8/jre/lib/ext/sunec.jar", "/opt/jdk8/jre/lib/rt.jar");
    }

    @Test
    void command_lines_and_manifests_lead_from_archive_to_archive() throws Exception {
        SampleImage image = debian()
                .workingDirectory("/work")
                .environment("JAVA_TOOL_OPTIONS=-javaagent:/agents/a.jar=x")
                .command("sh", "-c", "exec java -cp 'libs/*:conf' -jar app.jar")
                .file("/work/app.jar", jar("Class-Path: more/b.jar"))
                .files("/work/more/b.jar", "/work/more/c.jar", "/work/libs/d.jar", "/work/libs/notes.txt", "/work/conf/app.properties", "/agents/a.jar");

        assertThat(kept(image, Mode.LEAN))
                .containsExactly("/agents/a.jar", "/work/app.jar", "/work/conf/app.properties", "/work/libs/d.jar", "/work/more/b.jar");
    }

    @Test
    void a_servlet_container_keeps_its_libraries() throws Exception {
        SampleImage image = debian().files("/opt/tomcat/bin/bootstrap.jar", "/opt/tomcat/lib/catalina.jar", "/opt/tomcat/conf/server.xml");

        assertThat(kept(image, Mode.LEAN, "/opt/tomcat/bin/bootstrap.jar")).contains("/opt/tomcat/lib/catalina.jar", "/opt/tomcat/conf/server.xml");
    }

    private List<String> kept(SampleImage image, Mode mode, String... seeds) throws Exception {
        return image.kept(work, mode, List.of(new JavaAnalyzer()), seeds);
    }

    private static SampleImage debian() {
        return new SampleImage()
                .files(HOME + "/bin/java", HOME + "/bin/jcmd", HOME + "/lib/modules", HOME + "/lib/tzdb.dat")
                .link(HOME + "/lib/jvm.cfg", "/etc/java-17/jvm-amd64.cfg")
                .files("/etc/java-17/jvm-amd64.cfg")
                .files(HOME + "/lib/server/libjvm.so", HOME + "/lib/libawt.so", HOME + "/lib/libawt_xawt.so", HOME + "/lib/src.zip")
                .files(HOME + "/jmods/java.base.jmod", HOME + "/lib/ct.sym", HOME + "/lib/classes_nocoops.jsa", HOME + "/lib/server/libjvm.debuginfo")
                .files("/etc/java-17/security/java.security", "/etc/java-17/security/policy/unlimited/default_US_export.policy")
                .files("/etc/ssl/certs/java/cacerts")
                .link(HOME + "/conf", "/etc/java-17")
                .link(HOME + "/lib/security/cacerts", "/etc/ssl/certs/java/cacerts")
                .link("/usr/lib/jvm/default-java", "java-17-openjdk")
                .link("/usr/lib/jvm/java-11", "gone");
    }

    private static byte[] jar(String manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write(("Manifest-Version: 1.0\n" + manifest + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
