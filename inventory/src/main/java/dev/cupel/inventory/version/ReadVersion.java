package dev.cupel.inventory.version;

import dev.cupel.image.Quoted;

/// What a scheme makes of a text.
record ReadVersion(VersionScheme scheme, String text, Key key) implements Version {
    @Override
    public boolean valid() {
        return key.valid();
    }

    @Override
    public int compareTo(Version other) {
        if (other instanceof ReadVersion(VersionScheme otherScheme, String _, Key otherKey) && otherScheme == scheme) {
            return key.compareTo(otherKey);
        }
        throw new IllegalArgumentException(Quoted.of(text) + " is a version of " + scheme + ", " + Quoted.of(other.text()) + " is not");
    }

    @Override
    public String toString() {
        return text;
    }
}
