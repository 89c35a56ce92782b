package dev.cupel.inventory.cataloguer.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerlModulesTest {
    @TempDir
    private Path work;

    @Test
    @Needs(Provision.COMPILER) // Debian's build-essential brings perl and make with it
    void what_perls_own_installer_installed_is_found_with_its_version_and_files() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        into=$PWD
                        mkdir -p %1$s/dist/lib/Shop
                        (cd %1$s/dist
                        printf 'use ExtUtils::MakeMaker; WriteMakefile(NAME => "Shop::Cart", VERSION_FROM => "lib/Shop/Cart.pm", LICENSE => "perl");' > Makefile.PL
                        printf 'package Shop::Cart;\\nour $VERSION = "1.20";\\n1;\\n' > lib/Shop/Cart.pm
                        perl Makefile.PL INSTALL_BASE=/opt/shop; make; make install DESTDIR=$into)
                        PERL5LIB=$into/opt/shop/lib/perl5 perl -MShop::Cart -e 'print $Shop::Cart::VERSION' > %1$s/told
                        """
                                .formatted(work)));

        Component cart = inventory.of(Ecosystem.PERL).findFirst().orElseThrow();
        assertThat(cart.url().toString()).isEqualTo("pkg:cpan/Shop-Cart@" + Files.readString(work.resolve("told"), StandardCharsets.UTF_8));
        assertThat(cart.name()).isEqualTo("Shop::Cart");
        assertThat(cart.files().present()).contains(ImagePath.of("/opt/shop/lib/perl5/Shop/Cart.pm"));
        assertThat(inventory.components()).hasSize(1);
    }

    @Test
    void cpanms_metadata_tells_the_distribution_its_author_licence_and_needs() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p usr/local/lib/perl5/5.36.0/x86_64-linux-gnu; (cd usr/local/lib/perl5
                        printf '/usr/local/bin/perl\\n' > 5.36.0/x86_64-linux-gnu/.packlist
                        mkdir -p site_perl/5.36.0/x86_64-linux-gnu/.meta; cd site_perl/5.36.0; touch Plack.pm
                        cd x86_64-linux-gnu; mkdir -p auto/Plack .meta/Plack-1.0050 .meta/HTTP-Message-6.44
                        printf '/usr/local/lib/perl5/site_perl/5.36.0/Plack.pm\\n/gone\\n' > auto/Plack/.packlist
                        echo '{"name":"Plack","version":"1.0050","dist":"Plack-1.0050","target":"Plack","pathname":"M/MI/MIYAGAWA/Plack-1.0050.tar.gz","provides":{"Plack":{},"Plack::Request":{}}}' > .meta/Plack-1.0050/install.json
                        echo '{"license":["perl_5"],"prereqs":{"runtime":{"requires":{"HTTP::Headers":"5","strict":"0"}}}}' > .meta/Plack-1.0050/MYMETA.json
                        echo '{"name":"HTTP::Message","version":"6.44","dist":"HTTP-Message-6.44","pathname":"O/OA/OALDERS/HTTP-Message-6.44.tar.gz","provides":{"HTTP::Headers":{}}}' > .meta/HTTP-Message-6.44/install.json)
                        """));

        Map<String, Component> byUrl = new TreeMap<>();
        inventory.components().forEach(one -> byUrl.put(one.url().toString(), one));
        assertThat(byUrl).containsOnlyKeys("pkg:cpan/MIYAGAWA/Plack@1.0050", "pkg:cpan/OALDERS/HTTP-Message@6.44", "pkg:cpan/perl@5.36.0");
        Component plack = byUrl.getOrDefault("pkg:cpan/MIYAGAWA/Plack@1.0050", inventory.components().getFirst());
        assertThat(plack.licences()).containsExactly("perl_5");
        assertThat(plack.files().kept()).isEqualTo(1);
        assertThat(plack.files().total()).isEqualTo(2);
        assertThat(plack.needs()).singleElement().asString().startsWith("pkg:cpan/OALDERS/HTTP-Message@6.44");
    }
}
