package dev.cupel.slim.closure;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.observation.Observations;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.util.List;
import java.util.stream.Stream;

/// Turns what a run did into what must stay.
public final class ObservedNeeds {
    /// Above these a listed directory is a place that a search walked through (`/usr/bin`), not a unit such as `conf.d`.
    private static final int LISTED_FILES = 400;

    private static final long LISTED_BYTES = 4L << 20;

    private final RootFs root;

    public ObservedNeeds(RootFs root) {
        this.root = root;
    }

    /// One need or more for each access to a path that the image has. Paths that only the run made are no part of the image.
    public List<Need> of(Observations observations) {
        return observations.accesses().stream().flatMap(this::of).toList();
    }

    private Stream<Need> of(Access access) {
        Reason reason = new Reason.Observed(verb(access.kind()), access.program(), access.phase(), access.sensor());
        Need itself = Need.of(access.path(), reason);
        // A name that was asked for in vain needs its directory: whether a file can be made there may be the next question.
        Stream<Need> place = access.found() ? Stream.empty() : Stream.of(Need.of(access.path().parent(), reason));
        Stream<Need> listed = access.kind() == AccessKind.LIST ? listed(access.path()) : Stream.empty();
        return Stream.of(Stream.of(itself), place, listed).flatMap(one -> one);
    }

    /// A program that lists a directory acts on the names it finds, so a small one stays as it is, files only.
    private Stream<Need> listed(ImagePath path) {
        if (!(root.follow(path) instanceof Resolution.Found(Node directory, var _))) {
            return Stream.empty();
        }
        List<Node> files = root.children(directory.path()).stream()
                .filter(child -> !child.entry().isDirectory())
                .toList();
        long bytes = files.stream().mapToLong(file -> file.entry().sizeBytes()).sum();
        if (files.size() > LISTED_FILES || bytes > LISTED_BYTES) {
            return Stream.empty();
        }
        Reason reason = new Reason.Coherent("a directory whose names were listed", directory.path());
        return files.stream().map(file -> Need.of(file.path(), reason));
    }

    private static String verb(AccessKind kind) {
        return switch (kind) {
            case READ -> "read";
            case EXECUTE -> "executed";
            case STAT -> "looked up";
            case READLINK -> "link read";
            case LIST -> "listed";
            case WRITE -> "written";
            case ENTER -> "entered";
            case SOCKET -> "socket used";
        };
    }
}
