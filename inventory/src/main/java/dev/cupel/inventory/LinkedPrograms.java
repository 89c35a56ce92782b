package dev.cupel.inventory;

import dev.cupel.image.Digest;
import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.image.source.FoundImage;
import dev.cupel.image.store.Memo;
import dev.cupel.inventory.elf.LinkedFunctions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What is linked into the programs of an image. It is found out when somebody asks, which few do, and kept beside the inventory. For use
/// by one thread, while the image can be opened.
public final class LinkedPrograms {
    private final Memo memo;
    private final FoundImage found;
    private final Map<ImagePath, LinkedFunctions> known = new HashMap<>();

    public LinkedPrograms(Memo memo, FoundImage found) {
        this.memo = memo;
        this.found = found;
    }

    /// The functions in a program of Go; [LinkedFunctions#UNKNOWN] of any other file, and of none.
    public LinkedFunctions in(ImagePath program) throws IOException {
        LinkedFunctions before = known.get(program);
        if (before != null) {
            return before;
        }
        Digest subject = Digest.of((found.image().configBlob().digest() + "\n" + program).getBytes(StandardCharsets.UTF_8));
        Optional<LinkedFunctions> remembered = memo.recall(LinkedFunctions.class, subject);
        LinkedFunctions functions = remembered.isPresent() ? remembered.get() : read(program);
        if (remembered.isEmpty()) {
            memo.keep(LinkedFunctions.class, subject, functions);
        }
        known.put(program, functions);
        return functions;
    }

    private LinkedFunctions read(ImagePath program) throws IOException {
        RootFs root = found.open().root();
        Optional<Node> file = root.at(program).map(root::contentOf).filter(node -> node.entry().isFile() && node.entry().sizeBytes() <= Integer.MAX_VALUE);
        return file.isEmpty() ? LinkedFunctions.UNKNOWN : LinkedFunctions.of(root.map(file.get()));
    }
}
