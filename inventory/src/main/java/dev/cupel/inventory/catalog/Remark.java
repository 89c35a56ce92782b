package dev.cupel.inventory.catalog;

import dev.cupel.image.ImagePath;

/// Something that could not be read, or was not looked at: the inventory may lack what it would have told.
public record Remark(ImagePath where, String what) implements Comparable<Remark> {
    @Override
    public int compareTo(Remark other) {
        int byPath = where.compareTo(other.where);
        return byPath != 0 ? byPath : what.compareTo(other.what);
    }
}
