package dev.cupel.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.Inventory;
import dev.cupel.inventory.catalog.Origin;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.catalog.Remark;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.facts.SystemFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever an inventory holds, a bill that Cupel wrote of it reads back as it was.
class BillRoundTripTest {
    private static final Digest IMAGE = Digest.of(new byte[0]);
    private static final String[] WORDS = {"a", "lib x", "@s/b", "ä", "1:2-3~x+y", "\"q\"", "<&>", "x\ny", "c#", "%41", "v?", "!", "\uD83D\uDE00"};
    private static final String[] LICENCES = {"MIT", "Expat", "GPL-2+", "MIT OR Apache-2.0", "Some house licence", "GPL-2.0-only AND (MIT OR nonsense)", "NONE"};

    static Stream<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cyclonedx_with_files_gives_back_all_but_facts(long seed) throws Exception {
        Inventory inventory = new Drawn(new Random(seed)).inventory();

        ReadBill read = read(new CycloneDx(bill(inventory, true)).json());

        assertThat(read.inventory()).isEqualTo(inventory);
        assertThat(read.name()).isEqualTo("app:1");
        assertThat(read.digest()).contains(IMAGE);
        assertThat(read.created()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void without_files_they_are_counted(long seed) throws Exception {
        Inventory inventory = new Drawn(new Random(seed)).inventory();
        Inventory counted = counted(inventory);

        assertThat(read(new CycloneDx(bill(inventory, false)).json()).inventory()).isEqualTo(counted);
        ReadBill spdx = read(new Spdx(bill(inventory, true)).json());
        assertThat(spdx.inventory()).isEqualTo(counted);
        assertThat(spdx.digest()).contains(IMAGE);
    }

    private static Inventory counted(Inventory of) {
        List<Component> components = of.components().stream().map(one -> one.holding(Holdings.counted(one.files().kept(), one.files().total()))).toList();
        List<Remark> remarks = new ArrayList<>(of.remarks());
        if (!of.unowned().isEmpty()) {
            remarks.add(new Remark(ImagePath.ROOT, of.unowned().size() + " files that belong to no component are not listed in the bill"));
        }
        return new Inventory(of.distribution(), components, List.of(), of.systemDatabase(), SystemFacts.NONE, remarks);
    }

    private static BillOfMaterials bill(Inventory inventory, boolean withFiles) {
        return new BillOfMaterials("app:1", Optional.of(IMAGE), "2026-01-02T03:04:05Z", inventory, withFiles);
    }

    private static ReadBill read(byte[] document) throws MalformedBill {
        return BillReader.alone(ImagePath.of("/bill")).read(document);
    }

    /// Inventories as chance will have them.
    private record Drawn(Random random) {
        Inventory inventory() {
            List<Component> components = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                Component one = component();
                TreeSet<String> needs = new TreeSet<>();
                components.stream().filter(_ -> random.nextBoolean()).forEach(other -> needs.add(other.id()));
                if (components.stream().noneMatch(other -> other.id().equals(one.id()))) {
                    components.add(one.needing(needs));
                }
            }
            Optional<Distribution> distribution = random.nextBoolean() ? Optional.empty() : Optional.of(new Distribution(word(), word(), word()));
            List<Remark> remarks = random.nextBoolean() ? List.of() : List.of(new Remark(path(), word()));
            return new Inventory(distribution, components, List.copyOf(paths()), random.nextBoolean(), SystemFacts.NONE, remarks);
        }

        private Component component() {
            Ecosystem ecosystem = pick(Ecosystem.values());
            TreeMap<String, String> qualifiers = new TreeMap<>();
            if (random.nextBoolean()) {
                qualifiers.put(pick("arch", "distro", "upstream"), word());
            }
            PackageUrl url = new PackageUrl(
                    random.nextInt(4) == 0 ? "github" : ecosystem.urlType(), pick("", "debian", "org.x"), "n" + word().replace("/", ""), pick("", word()), qualifiers);
            SortedSet<ImagePath> files = paths();
            return new Component(
                    url,
                    ecosystem,
                    pick(Certainty.values()),
                    word(),
                    random.nextBoolean() ? url.version() : word(),
                    pick("", "amd64"),
                    pick("", word()),
                    pick("", word()),
                    pick("", word()),
                    Stream.generate(() -> pick(LICENCES)).limit(random.nextInt(3)).distinct().toList(),
                    random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean() ? IMAGE : new Digest("sha512", "ab".repeat(64))),
                    new Evidence(path(), pick("", "BOOT-INF/lib/x.jar", "a!/b")),
                    new Holdings(files, files.size() + random.nextInt(3)),
                    random.nextBoolean() ? Origin.UNKNOWN : new Origin(random.nextInt(200), pick("", word())),
                    new TreeSet<>());
        }

        private SortedSet<ImagePath> paths() {
            TreeSet<ImagePath> paths = new TreeSet<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                paths.add(path());
            }
            return paths;
        }

        private ImagePath path() {
            return ImagePath.of("/" + word() + "/" + pick("x", "\uDC80", word()) + random.nextInt(5));
        }

        private String word() {
            return pick(WORDS);
        }

        @SafeVarargs
        private <T> T pick(T... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
