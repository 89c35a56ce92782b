package dev.cupel.cli.value;

import dev.cupel.image.Quoted;

/// A registry as image names have it: `host` or `host:port`.
public record RegistryHost(String text) {
    public RegistryHost {
        if (!text.matches("([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(Quoted.of(text) + " is not a registry; write host or host:port, as image names have it");
        }
    }
}
