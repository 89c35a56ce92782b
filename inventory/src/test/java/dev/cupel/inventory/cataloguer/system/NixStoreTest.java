package dev.cupel.inventory.cataloguer.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.Catalogue;
import dev.cupel.inventory.TestImages;
import dev.cupel.inventory.catalog.Inventory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NixStoreTest {
    @TempDir
    private Path work;

    @Test
    void names_in_the_store_tell_package_version_and_output_as_nix_splits_them() throws Exception {
        Inventory inventory = Catalogue.of(new TestImages(work)
                .of(
                        """
                        mkdir -p nix/store; (cd nix/store
                        for name in h0cnbmfcn93xm5dg2x27ixhag1cwndga-glibc-2.34-210-bin 5zzrvdmlkc5rh3k5862krd3wfb3pqhyf-perl5.34.1-TimeDate-2.33 \\
                                i3ibv22fmrmdkqi1gvxjm9r7p59jxs1v-gcc-wrapper-13.2.0 q8l5l0qxqzk1rwzcjlvc2v7ga2gcdzyn-nss-cacert-3.92; do
                            mkdir $name; echo x > $name/file
                        done
                        mkdir i3ibv22fmrmdkqi1gvxjm9r7p59jxs1v-source i3ibv22fmrmdkqi1gvxjm9r7p59jxs1e-bad-1.0 i3ibv22fmrmdkqi1gvxjm9r7p59jxs1v-empty-1.0
                        echo x > i3ibv22fmrmdkqi1gvxjm9r7p59jxs1v-source/file
                        echo d > 5av396z8xa13jg89g9jws145c0k26k2x-glibc-2.34-210.drv)
                        """));

        assertThat(inventory.components()).extracting(one -> one.url().toString())
                .containsExactlyInAnyOrder(
                        "pkg:nix/glibc@2.34-210?output=bin&outputhash=h0cnbmfcn93xm5dg2x27ixhag1cwndga",
                        "pkg:nix/perl5.34.1-TimeDate@2.33?outputhash=5zzrvdmlkc5rh3k5862krd3wfb3pqhyf",
                        "pkg:nix/gcc-wrapper@13.2.0?outputhash=i3ibv22fmrmdkqi1gvxjm9r7p59jxs1v",
                        "pkg:nix/nss-cacert@3.92?outputhash=q8l5l0qxqzk1rwzcjlvc2v7ga2gcdzyn");
        assertThat(inventory.unowned()).extracting(ImagePath::name).containsExactlyInAnyOrder("file", "5av396z8xa13jg89g9jws145c0k26k2x-glibc-2.34-210.drv");
    }
}
