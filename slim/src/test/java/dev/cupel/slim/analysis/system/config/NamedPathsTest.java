package dev.cupel.slim.analysis.system.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.TestRoots;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.system.TestContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedPathsTest {
    @TempDir
    private Path work;

    @Test
    void files_modules_includes_and_the_applications_folders_that_settings_name_stay() throws Exception {
        RootFs root = new TestRoots(work)
                .made(
                        """
                        mkdir -p etc/apache2/mods-available etc/apache2/mods-enabled etc/apache2/conf.d usr/lib/apache2/modules var/www/site/sub var/lib/app usr/share/x
                        touch etc/apache2/conf.d/a.conf etc/apache2/conf.d/b.conf usr/lib/apache2/modules/mod_a.so usr/lib/apache2/modules/mod_b.so
                        touch var/www/site/index.html var/www/site/sub/hidden.html etc/passwords var/lib/app/state usr/share/x/table
                        ln -s ../mods-available/a.load etc/apache2/mods-enabled/a.load
                        echo 'LoadModule a_module /usr/lib/apache2/modules/mod_a.so' > etc/apache2/mods-available/a.load
                        echo 'LoadModule b_module /usr/lib/apache2/modules/mod_b.so' > etc/apache2/mods-available/b.load
                        cat > etc/apache2/apache2.conf <<'END'
                        # AuthUserFile /usr/share/x/table
                        Include conf.d/*.conf
                        <VirtualHost *:80>
                          DocumentRoot "/var/www/site"
                          AuthUserFile /etc/passwords
                          CacheRoot /var/lib/app
                          Header set Link "http://example.org/usr/share/x/table"
                        </VirtualHost>
                        END
                        """);

        assertThat(TestContext.of(root).needs(new NamedPaths(), "/etc/apache2/apache2.conf"))
                .containsExactlyInAnyOrder(
                        "/etc/apache2/conf.d/a.conf", "/etc/apache2/conf.d/b.conf", "/var/www/site", "/var/www/site/index.html", "/var/www/site/sub/hidden.html", "/etc/passwords", "/var/lib/app", "/var/lib/app/state");
        assertThat(TestContext.of(root).needs(new NamedPaths(), "/etc/apache2/mods-available/a.load"))
                .containsExactly("/usr/lib/apache2/modules/mod_a.so");
        assertThat(TestContext.of(root).needs(new NamedPaths(), "/etc/apache2/mods-available/b.load")).isEmpty();
        assertThat(TestContext.of(root).in(Mode.LEAN).needs(new NamedPaths(), "/etc/apache2/apache2.conf")).isEmpty();
    }

    @Test
    void libraries_that_settings_name_without_a_folder_are_found() throws Exception {
        RootFs root = new TestRoots(work)
                .made(
                        """
                        mkdir -p etc/pam.d usr/lib/x86_64-linux-gnu/security
                        touch usr/lib/x86_64-linux-gnu/security/pam_unix.so usr/lib/x86_64-linux-gnu/libnss_mdns4.so.2 usr/lib/x86_64-linux-gnu/libnss_ldap.so.2
                        echo 'auth [success=1 default=ignore] pam_unix.so nullok' > etc/pam.d/login
                        printf '# hosts: ldap\\nhosts: files mdns4 [NOTFOUND=return] dns\\n' > etc/nsswitch.conf
                        """);

        assertThat(TestContext.of(root).needs(new NamedPaths(), "/etc/pam.d/login")).containsExactly("/usr/lib/x86_64-linux-gnu/security/pam_unix.so");
        assertThat(TestContext.of(root).needs(new NameServices(), "/etc/nsswitch.conf")).containsExactly("/usr/lib/x86_64-linux-gnu/libnss_mdns4.so.2");
    }

    @Test
    void paths_in_the_environment_stay_in_every_mode() throws Exception {
        RootFs root = new TestRoots(work).made("mkdir -p etc/app usr/lib/jvm; touch etc/app/ca.pem usr/lib/jvm/x");

        assertThat(TestContext.of(root).in(Mode.LEAN).with("SSL_CERT_FILE=/etc/app/ca.pem", "JAVA_HOME=/usr/lib/jvm").always(new NamedPaths()))
                .containsExactly("/etc/app/ca.pem");
    }

    @Test
    void locales_follow_the_environment_and_what_somebody_generated() throws Exception {
        RootFs root = new TestRoots(work).made("mkdir -p usr/lib/locale/C.utf8 usr/share/locale/de/LC_MESSAGES; touch usr/share/locale/de/LC_MESSAGES/x.mo");

        assertThat(TestContext.of(root).with("LANG=de_AT.UTF-8").always(new Locales()))
                .contains("/usr/share/locale/de/**", "/usr/lib/locale/de_AT.utf8/**", "/usr/lib/locale/**");
        assertThat(TestContext.of(root).in(Mode.LEAN).always(new Locales())).containsExactly("/usr/share/locale/locale.alias");
    }
}
