package dev.cupel.image.rootfs;

import dev.cupel.image.ImagePath;
import java.util.List;

/// What a path means inside the root once its links are followed. `links` are the symbolic links on the way, in order:
/// whoever needs the path needs them too.
public sealed interface Resolution {
    List<Node> links();

    /// The path leads to this node.
    record Found(Node node, List<Node> links) implements Resolution {
        public Found {
            links = List.copyOf(links);
        }
    }

    /// Nothing is at `missing`, the first path on the way that does not exist (or is no directory where one is needed).
    record Missing(ImagePath missing, List<Node> links) implements Resolution {
        public Missing {
            links = List.copyOf(links);
        }
    }

    /// More than 40 links, as the kernel counts them: a circle.
    record Loop(List<Node> links) implements Resolution {
        public Loop {
            links = List.copyOf(links);
        }
    }
}
