package dev.cupel.slim.analysis.language;

import dev.cupel.image.Descriptor;
import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.Platform;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.manifest.Layer;
import dev.cupel.image.manifest.MediaTypes;
import dev.cupel.image.rootfs.LayeredRootFs;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.store.ContentStore;
import dev.cupel.inventory.packages.InstalledPackages;
import dev.cupel.inventory.packages.MalformedPackageDatabase;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.closure.Closure;
import dev.cupel.slim.keep.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An image of one layer, written down in a test: a real tar in a real store, read by the real root file system.
public final class SampleImage {
    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();
    private final List<String> environment = new ArrayList<>();
    private List<String> command = List.of();
    private String workingDirectory = "";
    private final List<dev.cupel.image.manifest.History> history = new ArrayList<>();

    /// Files with no content of their own.
    public SampleImage files(String... paths) {
        Stream.of(paths).forEach(path -> file(path, ""));
        return this;
    }

    public SampleImage file(String path, String content) {
        return entry(path, '0', 0644, "", content.getBytes(StandardCharsets.UTF_8));
    }

    public SampleImage file(String path, byte[] content) {
        return entry(path, '0', 0644, "", content);
    }

    public SampleImage program(String path, String content) {
        return entry(path, '0', 0755, "", content.getBytes(StandardCharsets.UTF_8));
    }

    public SampleImage link(String path, String target) {
        return entry(path, '2', 0777, target, new byte[0]);
    }

    public SampleImage directory(String path) {
        return entry(path, '5', 0755, "", new byte[0]);
    }

    public SampleImage environment(String line) {
        environment.add(line);
        return this;
    }

    public SampleImage command(String... words) {
        command = List.of(words);
        return this;
    }

    public SampleImage workingDirectory(String path) {
        workingDirectory = path;
        return this;
    }

    public SampleImage history(String createdBy) {
        history.add(new dev.cupel.image.manifest.History("", createdBy, "", "", false));
        return this;
    }

    /// What stays when the analyzers start from these paths; directories are left out.
    public List<String> kept(Path work, Mode mode, List<Analyzer> analyzers, String... seeds) throws IOException, MalformedPackageDatabase {
        AnalysisContext context = context(work, mode);
        List<Need> needs = Stream.of(seeds)
                .map(seed -> Need.of(ImagePath.of(seed), new Reason.Asked("test")))
                .toList();
        return new Closure(analyzers, context, _ -> false)
                .over(needs).paths().stream()
                .filter(path -> !context.root().at(path).orElseThrow().entry().isDirectory())
                .map(ImagePath::text)
                .toList();
    }

    /// The image as analyzers see it.
    public AnalysisContext context(Path work, Mode mode) throws IOException, MalformedPackageDatabase {
        byte[] bytes = closed();
        ContentStore store = ContentStore.at(work.resolve("store"));
        Descriptor blob = store.add(MediaTypes.OCI_LAYER, bytes);
        RootFs root = LayeredRootFs.of(List.of(store.layer(new Layer(blob, Digest.of(bytes)))));
        return new AnalysisContext(root, config(), InstalledPackages.in(root), mode);
    }

    private ImageConfig config() {
        return new ImageConfig(
                Platform.parse("linux/amd64"), "", "", environment, List.of(), command, workingDirectory,
                Collections.emptySortedSet(), Collections.emptySortedSet(), Collections.emptySortedMap(), "", Optional.empty(),
                List.of(), List.of(), List.of(), history);
    }

    private byte[] closed() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(tar.toByteArray());
        all.writeBytes(new byte[1024]);
        return all.toByteArray();
    }

    /// One ustar entry; names up to 255 bytes, split at a slash where they are long.
    private SampleImage entry(String path, char type, int mode, String target, byte[] content) {
        byte[] header = new byte[512];
        String name = path.substring(1);
        int cut = name.length() <= 100 ? -1 : name.indexOf('/', name.length() - 101);
        put(header, 0, cut < 0 ? name : name.substring(cut + 1));
        put(header, 345, cut < 0 ? "" : name.substring(0, cut));
        put(header, 100, "%07o".formatted(mode));
        put(header, 108, "0000000");
        put(header, 116, "0000000");
        put(header, 124, "%011o".formatted(content.length));
        put(header, 136, "00000000000");
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        tar.writeBytes(header);
        tar.writeBytes(content);
        tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
        return this;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
