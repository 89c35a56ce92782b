package dev.cupel.image.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.image.CupelException;
import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.Fault;
import dev.cupel.image.Platform;
import dev.cupel.image.credentials.Credential;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.manifest.Manifest;
import dev.cupel.image.manifest.ManifestWriter;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.registry.Registries;
import dev.cupel.image.registry.RegistryProcess;
import dev.cupel.image.registry.RegistrySettings;
import dev.cupel.image.registry.Repository;
import dev.cupel.image.registry.http.HttpClients;
import dev.cupel.image.registry.http.TrustedCertificates;
import dev.cupel.image.registry.transfer.Attachment;
import dev.cupel.image.registry.transfer.Attachments;
import dev.cupel.image.store.ContentStore;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a registry that lists referrers itself, and against one of which clients keep the list under a tag.
@Needs({Provision.REGISTRY_PROGRAM, Provision.REFERRERS_REGISTRY})
@ParameterizedClass
@ValueSource(booleans = {true, false})
class AttachmentsTest {
    private static final Platform PLATFORM = Platform.linuxOn("amd64");
    private static final String BILL = "application/vnd.cyclonedx+json";
    private static final Instant TODAY = Instant.parse("2026-11-28T01:02:03.456Z");
    private static final String FOREIGN = "sha256:" + "1".repeat(64);

    @Parameter
    private boolean lists;

    @TempDir
    private Path directory;

    private RegistryProcess process;
    private Registries registries;
    private ImageName name;
    private Image image;

    @BeforeEach
    void start() throws Exception {
        process = lists ? RegistryProcess.withReferrers() : RegistryProcess.plain(directory);
        registries = registries();
        name = ImageReference.parseName(process.host() + "/team/app:1");
        Files.writeString(Files.createDirectories(directory.resolve("root")).resolve("file"), "content");
        try (Images images = images()) {
            image = images.resolve(new ImageReference.RootDirectory(directory.resolve("root")), PLATFORM).image();
            images.publish(image, new ImageReference.InRegistry(name));
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        registries.close();
        process.stop();
    }

    @Test
    void what_is_attached_is_listed_and_comes_back_newest_first() throws IOException {
        attachments().attach(image.manifest().digest(), BILL, bytes("{\"old\":1}"), TODAY);
        attachments().attach(image.manifest().digest(), "application/spdx+json", bytes("{\"other\":1}"), TODAY.plusSeconds(1));
        Attachments.Attached last = attachments().attach(image.manifest().digest(), BILL, bytes("{\"new\":1}"), TODAY.plusSeconds(2));

        List<Attachment> found = attachments().list(PLATFORM, BILL::equals);

        assertThat(found).hasSize(2);
        assertThat(attachments().content(found.getFirst(), 100)).isEqualTo(bytes("{\"new\":1}"));
        assertThat(found.getFirst().created()).isEqualTo("2026-11-28T01:02:05Z");
        assertThat(last.fresh()).isTrue();
        assertThat(last.place().digest()).contains(found.getFirst().manifest().digest());
    }

    @Test
    void the_same_document_is_attached_once() throws IOException {
        Attachments.Attached first = attachments().attach(image.manifest().digest(), BILL, bytes("{}"), TODAY);

        Attachments.Attached again = attachments().attach(image.manifest().digest(), BILL, bytes("{}"), TODAY.plusSeconds(9));

        assertThat(again).isEqualTo(new Attachments.Attached(first.place(), false));
        assertThat(attachments().list(PLATFORM, _ -> true)).hasSize(1);
    }

    @Test
    void of_an_index_what_is_attached_to_the_platforms_image_and_to_the_index_itself_is_listed() throws IOException {
        Repository repository = registries.repository(name);
        Descriptor entry = new Descriptor(image.manifest().mediaType(), image.manifest().digest(), image.manifest().sizeBytes(), new TreeMap<>(), Optional.of(PLATFORM));
        byte[] index = ManifestWriter.write(new Manifest.OfIndex(MediaTypes.OCI_INDEX, List.of(entry), new TreeMap<>()));
        Digest top = repository.put("1", MediaTypes.OCI_INDEX, index);
        attachments().attach(top, BILL, bytes("{\"index\":1}"), TODAY);
        attachments().attach(image.manifest().digest(), BILL, bytes("{\"image\":1}"), TODAY.plusSeconds(1));

        List<Attachment> found = attachments().list(PLATFORM, BILL::equals);

        assertThat(found).extracting(one -> one.artifact().subject().digest()).containsExactly(image.manifest().digest(), top);
        assertThat(found).extracting(one -> one.artifact().subject().mediaType()).last().isEqualTo(MediaTypes.OCI_INDEX);
    }

    @Test
    void a_document_is_bounded_and_nothing_attached_is_an_empty_list() throws IOException {
        assertThat(attachments().list(PLATFORM, _ -> true)).isEmpty();
        attachments().attach(image.manifest().digest(), BILL, bytes("{\"long\":1}"), TODAY);
        Attachment found = attachments().list(PLATFORM, _ -> true).getFirst();

        assertThatThrownBy(() -> attachments().content(found, 5))
                .isInstanceOfSatisfying(CupelException.class, e -> assertThat(e.fault()).isEqualTo(Fault.INPUT))
                .hasMessageContaining("more than 5");
    }

    /// The tag is written by others, too: what they put into it is not ours to drop.
    @Test
    void entries_of_others_stay_as_they_are() throws IOException {
        Repository repository = registries.repository(name);
        String tag = image.manifest().digest().toString().replace(':', '-');
        String theirs = "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":2,\"artifactType\":\"theirs\",\"unknown\":[1]}".formatted(MediaTypes.OCI_MANIFEST, FOREIGN);
        repository.upload(new Descriptor("", Digest.of(bytes("{}")), 2), Files.writeString(directory.resolve("empty"), "{}"), _ -> {});
        putTheirs(repository, tag, theirs);

        attachments().attach(image.manifest().digest(), BILL, bytes("{}"), TODAY);

        String index = new String(repository.manifest(tag).bytes().toArray(), StandardCharsets.UTF_8);
        assertThat(index).contains("\"artifactType\":\"theirs\",\"unknown\":[1]", "\"top\":true");
        assertThat(index.contains(BILL)).isEqualTo(!lists); // a registry with a list of its own needs no tag
        assertThat(attachments().list(PLATFORM, BILL::equals)).hasSize(1);
    }

    /// Some registries refuse an index of manifests that they lack, so theirs stands there for real.
    private void putTheirs(Repository repository, String tag, String entry) throws IOException {
        byte[] manifest = bytes("{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":{\"mediaType\":\"theirs\",\"digest\":\"%s\",\"size\":2},\"layers\":[]}"
                .formatted(MediaTypes.OCI_MANIFEST, Digest.of(bytes("{}"))));
        Digest digest = repository.put(Digest.of(manifest).toString(), MediaTypes.OCI_MANIFEST, manifest);
        String known = entry.replace(FOREIGN, digest.toString()).replace("\"size\":2", "\"size\":" + manifest.length);
        repository.put(tag, MediaTypes.OCI_INDEX, bytes("{\"schemaVersion\":2,\"mediaType\":\"%s\",\"top\":true,\"manifests\":[%s]}".formatted(MediaTypes.OCI_INDEX, known)));
    }

    /// With a store of its own: nothing that was sent is known.
    private Attachments attachments() {
        return new Attachments(registries, name, ContentStore.at(directory.resolve("store" + System.nanoTime())), Progress.silent());
    }

    private Images images() {
        return Images.ofThisMachine(ContentStore.at(directory.resolve("store")), settings(), Progress.silent());
    }

    private static Registries registries() {
        return new Registries(settings(), new HttpClients(new TrustedCertificates(Map.of(), Path.of("/nonexistent")), Duration.ofSeconds(20)));
    }

    private static RegistrySettings settings() {
        return RegistrySettings.with((_, _) -> new Credential.Anonymous());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
