package dev.cupel.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.facts.CertificateFact;
import dev.cupel.inventory.facts.ScheduledJob;
import dev.cupel.inventory.facts.Secret;
import dev.cupel.inventory.facts.Service;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFactsTest {
    @TempDir
    private Path work;

    @Test
    @Needs(Provision.OPENSSL)
    void secrets_are_found_in_files_in_files_taken_away_and_in_variables_and_never_shown() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p root/.ssh app
                        openssl genrsa -out root/.ssh/id_rsa 2048
                        printf 'url = postgres://shop:sup3rs3cret@db/shop\\n' > app/settings.ini
                        printf 'token = ghp_%s\\n' abcdefghijklmnopqrstuvwxyz0123456789 > app/gone
                        """,
                        "mkdir app; touch app/.wh.gone"));

        assertThat(inventory.facts().secrets()).extracting(one -> one.kind() + " " + one.rule() + " " + one.place() + " " + one.visible())
                .containsExactlyInAnyOrder(
                        "FILE private-key /root/.ssh/id_rsa true",
                        "FILE url-password /app/settings.ini true",
                        "FILE github-token /app/gone false",
                        "ENVIRONMENT variable API_KEY true");
        assertThat(inventory.facts().secrets()).extracting(Secret::masked).allSatisfy(text -> assertThat(text).hasSizeLessThan(6).endsWith("…"));
    }

    @Test
    void of_a_large_text_is_told_what_was_not_searched() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        { yes | head -c 5000000; echo postgres://shop:sup3rs3cret@db/shop; } > dump.sql
                        yes | head -c 17000000 > log
                        """));

        assertThat(inventory.facts().secrets()).extracting(Secret::place).contains("/dump.sql");
        assertThat(inventory.remarks()).extracting(one -> one.where() + ": " + one.what())
                .containsExactly("/log: only its first 16 MiB were searched for secrets");
    }

    @Test
    @Needs(Provision.OPENSSL)
    void a_root_that_the_distribution_does_not_have_is_told_from_one_that_it_has() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p usr/share/ca etc/ssl/certs var/lib/dpkg/info app
                        for name in distributed added; do
                          openssl req -x509 -newkey rsa:2048 -nodes -keyout key -out $name.crt -days 400 -subj "/CN=$name" -addext basicConstraints=CA:TRUE
                        done
                        cp distributed.crt usr/share/ca/; cat distributed.crt added.crt > etc/ssl/certs/bundle.crt
                        openssl x509 -in added.crt -outform DER -out app/same.der; rm key *.crt
                        printf 'Package: ca\\nStatus: install ok installed\\nArchitecture: all\\nVersion: 1\\n' > var/lib/dpkg/status
                        echo /usr/share/ca/distributed.crt > var/lib/dpkg/info/ca.list
                        """));

        assertThat(inventory.facts().certificates()).extracting(CertificateFact::subject).containsExactlyInAnyOrder("CN=added", "CN=distributed");
        assertThat(inventory.facts().certificates()).allMatch(one -> one.selfSigned() && one.authority());
        assertThat(inventory.facts().certificates().stream().filter(CertificateFact::addedRoot)).extracting(CertificateFact::subject).containsExactly("CN=added");
    }

    @Test
    void jobs_and_services_of_each_manager_are_told() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p etc/cron.d etc/cron.daily etc/crontabs etc/systemd/system/multi-user.target.wants usr/lib/systemd/system etc/init.d etc/rc2.d etc/supervisor/conf.d
                        printf '# c\\nSHELL=/bin/sh\\n17 * * * * root cd / && run\\n' > etc/cron.d/hourly
                        printf '@reboot /bin/start now\\n' > etc/crontabs/app
                        echo x > etc/cron.daily/clean; chmod 755 etc/cron.daily/clean; echo x > etc/cron.daily/README
                        printf '[Service]\\nExecStart=-/usr/sbin/sshd -D\\n' > usr/lib/systemd/system/ssh.service
                        ln -s /usr/lib/systemd/system/ssh.service etc/systemd/system/multi-user.target.wants/ssh.service
                        echo x > etc/init.d/old; chmod 755 etc/init.d/old; ln -s ../init.d/old etc/rc2.d/S01old
                        printf '[program:web]\\ncommand = /app/web\\n[program:off]\\ncommand=/app/off\\nautostart=false\\n' > etc/supervisor/conf.d/a.conf
                        """));

        assertThat(inventory.facts().jobs()).extracting(ScheduledJob::when, ScheduledJob::user, ScheduledJob::command)
                .containsExactlyInAnyOrder(
                        tuple("17 * * * *", "root", "cd / && run"),
                        tuple("@reboot", "app", "/bin/start now"),
                        tuple("daily", "root", "/etc/cron.daily/clean"));
        assertThat(inventory.facts().services()).extracting(one -> one.manager() + " " + one.name() + " " + one.enabled() + " " + one.command())
                .containsExactlyInAnyOrder(
                        "systemd ssh true /usr/sbin/sshd -D",
                        "sysv old true /etc/init.d/old start",
                        "supervisor web true /app/web",
                        "supervisor off false /app/off");
    }
}
