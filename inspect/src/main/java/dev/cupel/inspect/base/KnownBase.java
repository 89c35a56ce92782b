package dev.cupel.inspect.base;

import dev.cupel.image.Digest;
import dev.cupel.image.store.KnownImages;
import dev.cupel.inspect.xray.XrayReport.BaseRow;
import java.util.Comparator;
import java.util.List;

/// Recognises a base image by its layers: the image that has the most of the lowest ones, and no other.
public record KnownBase(List<KnownImages.Known> images) {
    public KnownBase {
        images = List.copyOf(images);
    }

    /// What is known of the base of an image with these layers; `told` where no known image is below it. What the image says of its
    /// base's name and digest is kept.
    public BaseRow of(List<Digest> diffIds, BaseRow told) {
        return images.stream()
                .filter(one -> isBelow(one.config().diffIds(), diffIds))
                .max(Comparator.comparingInt(one -> one.config().diffIds().size()))
                .map(one -> row(one, told))
                .orElse(told);
    }

    /// Whether an image with the layers `these` can be what one with `those` was built on.
    static boolean isBelow(List<Digest> these, List<Digest> those) {
        return !these.isEmpty() && these.size() < those.size() && those.subList(0, these.size()).equals(these);
    }

    private static BaseRow row(KnownImages.Known base, BaseRow told) {
        String why = "they are the layers of " + base.name() + ", which came through this store";
        return new BaseRow(base.config().diffIds().size(), why, told.name().isEmpty() ? base.name() : told.name(), told.digest());
    }
}
