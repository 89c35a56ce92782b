package dev.cupel.inventory.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.inventory.distribution.Distribution;
import dev.cupel.inventory.packages.OsPackage;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CycloneDxTest {
    private static final Digest IMAGE = Digest.of(new byte[0]);
    private static final Optional<Distribution> DEBIAN = Optional.of(new Distribution("debian", "12", "Debian GNU/Linux 12"));

    @Test
    void a_package_tells_how_much_of_it_is_left() {
        JsonNode component = json(new Remains(deb("openssl", "3.0.17-1~deb12u2"), 2, 40)).at("/components/1");

        assertThat(component.at("/purl").stringValue()).isEqualTo("pkg:deb/debian/openssl@3.0.17-1~deb12u2?arch=amd64&distro=debian-12");
        assertThat(component.at("/properties/0/value").stringValue()).isEqualTo("2");
        assertThat(component.at("/properties/1/value").stringValue()).isEqualTo("40");
    }

    @Test
    void a_package_of_which_nothing_is_left_is_not_in_the_document() {
        JsonNode document = json(new Remains(deb("perl", "5.36"), 0, 900));

        assertThat(document.at("/components")).hasSize(1);
        assertThat(document.at("/components/0/type").stringValue()).isEqualTo("operating-system");
    }

    @Test
    void dependencies_name_only_what_is_in_the_document() {
        OsPackage curl = new OsPackage("deb", "curl", "7.88", "amd64", "curl", "7.88", List.of(), false, List.of("libc6", "zlib1g"), ImagePath.ROOT, 0, new TreeSet<>());

        JsonNode document = json(new Remains(curl, 1, 1), new Remains(deb("libc6", "2.36"), 1, 1));

        assertThat(document.at("/dependencies/0/dependsOn")).hasSize(1);
        assertThat(document.at("/dependencies/0/dependsOn/0").stringValue()).startsWith("deb:libc6@");
    }

    @Test
    void the_same_image_gives_the_same_bytes() {
        CycloneDx one = new CycloneDx("app:1", IMAGE, DEBIAN, List.of(new Remains(deb("b", "1"), 1, 1), new Remains(deb("a", "1"), 1, 1)));
        CycloneDx other = new CycloneDx("app:1", IMAGE, DEBIAN, List.of(new Remains(deb("a", "1"), 1, 1), new Remains(deb("b", "1"), 1, 1)));

        assertThat(one.json()).isEqualTo(other.json());
    }

    private static JsonNode json(Remains... remains) {
        return JsonMapper.builder().build().readTree(new CycloneDx("app:1", IMAGE, DEBIAN, List.of(remains)).json());
    }

    private static OsPackage deb(String name, String version) {
        return new OsPackage("deb", name, version, "amd64", name, version, List.of(), false, List.of(), ImagePath.ROOT, 0, new TreeSet<>());
    }
}
