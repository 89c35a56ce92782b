package dev.cupel.observe.run;

import dev.cupel.image.layer.Entry;
import dev.cupel.image.layer.EntryType;
import dev.cupel.image.layer.LayerIndex;
import dev.cupel.linux.namespace.UserNamespace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What a run in a user namespace cannot have as root would; each is told, none is passed over.
///
/// @param here where the run takes place
/// @param layers of the image
record Shortcomings(UserNamespace here, List<LayerIndex> layers) {
    Shortcomings {
        layers = List.copyOf(layers);
    }

    /// Sentences for a report; none in the machine's own namespace.
    List<String> remarks() {
        if (here.isInitial()) {
            return List.of();
        }
        List<String> all = new ArrayList<>();
        all.add("run without root, in a user namespace: no control group counts its memory, and no limit on memory holds");
        if (here.users().last() == 0) {
            all.add("the user namespace has one user only, so no program could become another; subordinate ids (subuid(5)) and the "
                    + "package uidmap give it more");
        }
        long strangers = count(entry -> !here.users().has(entry.uid()) || !here.groups().has(entry.gid()));
        if (strangers > 0) {
            all.add("%d paths belonged to root in the run, because the user namespace does not have their owners".formatted(strangers));
        }
        long devices = count(entry -> entry.type() == EntryType.CHARACTER_DEVICE || entry.type() == EntryType.BLOCK_DEVICE);
        if (devices > 0) {
            all.add("%d device nodes were missing in the run: only root makes them".formatted(devices));
        }
        long trusted = count(entry -> entry.xattrs().keySet().stream().anyMatch(name -> name.startsWith("trusted.")));
        if (trusted > 0) {
            all.add("%d paths had no trusted attributes in the run: only root sets them".formatted(trusted));
        }
        return all;
    }

    private long count(Predicate<Entry> kind) {
        return layers.stream().flatMap(layer -> layer.entries().stream()).filter(kind).count();
    }
}
