package dev.cupel.linux.rooted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.xattr.Attributes;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Needs(Provision.ROOT)
class RootedDirectoryTest {
    private static final Ownership PLAIN = owned(0644);

    @TempDir
    private Path outside;

    private Path inside;

    @BeforeEach
    void make_a_root_beside_a_secret() throws IOException {
        inside = Files.createDirectory(outside.resolve("root"));
        Files.createDirectory(outside.resolve("secret"));
        Files.writeString(outside.resolve("secret/key"), "not yours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/../../secret", "../../../../../../secret", "SECRET"})
    void a_link_that_leads_out_leads_to_the_root_itself(String target) throws IOException {
        String real = target.equals("SECRET") ? outside.resolve("secret").toString() : target;
        Files.createSymbolicLink(inside.resolve("way-out"), Path.of(real));

        try (RootedDirectory root = RootedDirectory.open(inside)) {
            assertThat(root.read("way-out/key", 100)).isEmpty();
            assertThatThrownBy(() -> root.folder(bytes("way-out"))).isInstanceOf(ErrnoException.class);
        }
    }

    @Test
    void what_is_made_behind_a_link_is_made_inside() throws IOException {
        Files.createDirectories(inside.resolve("usr/lib"));
        Files.createSymbolicLink(inside.resolve("lib"), Path.of("/usr/lib"));

        try (RootedDirectory root = RootedDirectory.open(inside);
                Folder folder = root.folderMade(bytes("/lib/deep/er"), new ArrayList<>())) {
            folder.makeFile(bytes("file"), stream("x"), PLAIN, none());
        }

        assertThat(inside.resolve("usr/lib/deep/er/file")).hasContent("x");
    }

    @Test
    void directories_that_were_missing_are_told() throws IOException {
        Files.createDirectory(inside.resolve("a"));
        List<byte[]> made = new ArrayList<>();

        try (RootedDirectory root = RootedDirectory.open(inside);
                Folder _ = root.folderMade(bytes("/a/b/c"), made)) {
            assertThat(made).containsExactly(bytes("/a/b"), bytes("/a/b/c"));
        }
    }

    @Test
    void owner_mode_time_and_capability_of_a_setuid_file_survive() throws IOException {
        byte[] mayBindLowPorts = {1, 0, 0, 2, 0, 4, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        SortedMap<String, byte[]> attributes = new TreeMap<>();
        attributes.put("security.capability", mayBindLowPorts);
        Instant longAgo = Instant.parse("1966-07-30T15:00:00.25Z");

        try (RootedDirectory root = RootedDirectory.open(inside);
                Folder folder = root.folder(bytes("/"))) {
            folder.makeFile(
                    bytes("tool"), stream("x"), new Ownership(4_000_000_000L, 12, 06755, new FileTime(longAgo)), attributes);
        }

        Path tool = inside.resolve("tool");
        assertThat(Files.getAttribute(tool, "unix:mode")).isEqualTo(0106755);
        assertThat(Files.readAttributes(tool, "unix:uid,gid")).containsEntry("uid", (int) 4_000_000_000L).containsEntry("gid", 12);
        assertThat(Files.getLastModifiedTime(tool).toInstant()).isEqualTo(longAgo);
        assertThat(Attributes.of(bytes(tool.toString())).get("security.capability")).isEqualTo(mayBindLowPorts);
    }

    @Test
    void a_name_that_is_not_utf8_and_a_device_are_made_as_they_are() throws IOException {
        byte[] name = {'n', (byte) 0xff, 'e'};

        try (RootedDirectory root = RootedDirectory.open(inside);
                Folder folder = root.folder(bytes("/"))) {
            folder.makeNode(name, NodeKind.CHARACTER_DEVICE, 300, 70_000);

            assertThat(folder.has(name)).isTrue();
        }

        try (var names = Files.newDirectoryStream(inside)) {
            Path made = names.iterator().next();
            long device = (long) Files.getAttribute(made, "unix:rdev", LinkOption.NOFOLLOW_LINKS);
            assertThat(device).isEqualTo((70_000 & 0xff) | (300 << 8) | ((70_000L & 0xfff00) << 12));
        }
    }

    @Test
    void zeros_become_a_hole_and_read_back_as_zeros() throws IOException {
        byte[] mostlyHole = new byte[8 << 20];
        mostlyHole[5] = 1;

        try (RootedDirectory root = RootedDirectory.open(inside);
                Folder folder = root.folder(bytes("/"))) {
            folder.makeFile(bytes("sparse"), FileContent.of(new ByteArrayInputStream(mostlyHole)), PLAIN, none());
        }

        assertThat(Files.readAllBytes(inside.resolve("sparse"))).isEqualTo(mostlyHole);
    }

    @Test
    void a_part_of_another_file_becomes_the_content_and_no_byte_more() throws IOException {
        Path whole = Files.write(outside.resolve("archive"), new byte[300_000]);
        Files.write(whole, bytes("begin" + "x".repeat(200_000) + "end"));

        try (RootedDirectory root = RootedDirectory.open(inside);
                Folder folder = root.folder(bytes("/"));
                SourceFile archive = SourceFile.open(whole)) {
            folder.makeFile(bytes("part"), FileContent.of(archive, 4, 200_002), PLAIN, none());
            folder.makeFile(bytes("empty"), FileContent.of(archive, 4, 0), PLAIN, none());

            assertThatThrownBy(() -> folder.makeFile(bytes("beyond"), FileContent.of(archive, 5, 300_000), PLAIN, none()))
                    .isInstanceOf(EOFException.class);
        }

        assertThat(inside.resolve("part")).hasContent("n" + "x".repeat(200_000) + "e");
        assertThat(inside.resolve("empty")).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "/", "../x"})
    void a_name_that_is_more_than_one_component_is_refused(String name) throws IOException {
        try (RootedDirectory root = RootedDirectory.open(inside);
                Folder folder = root.folder(bytes("/"))) {
            assertThatThrownBy(() -> folder.makeSymlink(bytes(name), bytes("x"))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_file_is_never_written_through_what_is_there_already() throws IOException {
        Files.createSymbolicLink(inside.resolve("taken"), outside.resolve("secret/key"));

        try (RootedDirectory root = RootedDirectory.open(inside);
                Folder folder = root.folder(bytes("/"))) {
            assertThatThrownBy(() -> folder.makeFile(bytes("taken"), stream("x"), PLAIN, none()))
                    .isInstanceOfSatisfying(ErrnoException.class, e -> assertThat(e.errno()).isEqualTo(Errno.EEXIST));
        }
        assertThat(outside.resolve("secret/key")).hasContent("not yours");
    }

    private static Ownership owned(int mode) {
        return new Ownership(0, 0, mode, new FileTime(Instant.EPOCH));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static FileContent stream(String text) {
        return FileContent.of(new ByteArrayInputStream(bytes(text)));
    }

    private static SortedMap<String, byte[]> none() {
        return Collections.emptySortedMap();
    }
}
