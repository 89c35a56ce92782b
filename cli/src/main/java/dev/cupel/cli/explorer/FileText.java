package dev.cupel.cli.explorer;

import dev.cupel.image.ImagePath;
import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.EntryType;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.inspect.diff.LineDiff;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads files out of any layer of an image, hidden ones too.
record FileText(OpenedImage image) {
    private static final int SHOWN = 1 << 20;
    private static final int HEX = 16;

    /// The content as lines: text, or a dump for what is none. Of a large file only the beginning.
    List<String> lines(Entry entry, int layer) throws IOException {
        byte[] bytes = bytes(entry, layer);
        List<String> lines = new ArrayList<>(isText(bytes) ? new String(bytes, StandardCharsets.UTF_8).lines().toList() : dump(bytes));
        if (bytes.length == SHOWN) {
            lines.add("… the rest is not shown");
        }
        return lines;
    }

    /// How a text differs from what lower layers have under the same path.
    List<String> difference(Entry entry, int layer) throws IOException {
        for (int below = layer - 1; below >= 0; below--) {
            Optional<Entry> earlier = entryOf(entry.path(), below);
            if (earlier.isPresent()) {
                List<String> a = lines(earlier.get(), below);
                List<String> b = lines(entry, layer);
                List<String> lines = new LineDiff(a, b).unified("layer " + below + entry.path(), "layer " + layer + entry.path());
                return lines.isEmpty() ? List.of("The content is that of layer " + below + ".") : lines;
            }
        }
        return List.of("No lower layer has this file.");
    }

    /// Copies it into a directory under its own name; nothing that is there is written over.
    Path extract(Entry entry, int layer, Path directory) throws IOException {
        Path target = directory.resolve(entry.path().name());
        try (InputStream in = image.layers().get(layer).files().open(fileOf(entry, layer))) {
            Files.copy(in, target);
        }
        return target;
    }

    private byte[] bytes(Entry entry, int layer) throws IOException {
        Entry file = fileOf(entry, layer);
        if (!file.isFile()) {
            return (file.type() + (file.link().isEmpty() ? "" : " to " + file.link())).getBytes(StandardCharsets.UTF_8);
        }
        return image.layers().get(layer).files().head(file, SHOWN);
    }

    private Entry fileOf(Entry entry, int layer) {
        return entry.type() == EntryType.HARDLINK ? entryOf(new ImagePath(entry.link()), layer).orElse(entry) : entry;
    }

    private Optional<Entry> entryOf(ImagePath path, int layer) {
        return image.layers().get(layer).index().entries().stream().filter(one -> one.path().equals(path)).findFirst();
    }

    private static boolean isText(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 8192); i++) {
            if (bytes[i] == 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> dump(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += HEX) {
            StringBuilder hex = new StringBuilder("%08x  ".formatted(at));
            StringBuilder text = new StringBuilder(" ");
            for (int i = at; i < Math.min(at + HEX, bytes.length); i++) {
                hex.append("%02x ".formatted(bytes[i]));
                text.append(bytes[i] >= 0x20 && bytes[i] < 0x7f ? (char) bytes[i] : '.');
            }
            lines.add("%-58s".formatted(hex) + text);
        }
        return lines;
    }
}
