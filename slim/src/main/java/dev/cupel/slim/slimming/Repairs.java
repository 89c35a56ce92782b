package dev.cupel.slim.slimming;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.packages.OsPackage;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.KeepSet;
import dev.cupel.slim.keep.Reason;
import dev.cupel.slim.subject.Original;
import dev.cupel.slim.verify.Miss;
import dev.cupel.slim.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What to bring back after a verification that said no. A path that was missed comes back with the package it belongs to;
/// where the behaviour differs and nothing was missed, every package of which anything stays comes back whole.
record Repairs(Original original, KeepSet kept) {

    /// Needs that are not met yet; empty when there is nothing left to try.
    List<Need> after(Verification.Outcome outcome, int round) {
        List<Need> needs = new ArrayList<>();
        for (Miss miss : outcome.misses()) {
            Reason reason = new Reason.Repair(round, miss.sentence());
            needs.add(Need.of(miss.path(), reason));
            original.packages().ownerOf(miss.path()).stream()
                    .filter(owner -> !owner.essential())
                    .flatMap(owner -> whole(owner, reason))
                    .forEach(needs::add);
        }
        if (outcome.misses().isEmpty()) {
            Reason reason = new Reason.Repair(round, outcome.differences().getFirst());
            touched().flatMap(one -> whole(one, reason)).forEach(needs::add);
        }
        return needs.stream().filter(need -> !kept.contains(need.path())).toList();
    }

    private Stream<OsPackage> touched() {
        return original.packages().packages().stream()
                .filter(one -> one.files().stream().anyMatch(this::isKeptFile));
    }

    private boolean isKeptFile(ImagePath path) {
        return kept.contains(path)
                && original.root().at(path).filter(node -> !node.entry().isDirectory()).isPresent();
    }

    private Stream<Need> whole(OsPackage one, Reason reason) {
        return one.files().stream()
                .filter(path -> original.root().at(path).isPresent())
                .map(path -> Need.of(path, reason));
    }
}
