package dev.cupel.image;

import java.util.Locale;

/// Operating system, architecture and variant that an image is made for, such as `linux/arm64/v8`
/// (OCI image-spec 1.1, image-index.md, "platform"). `variant` is empty when there is none.
public record Platform(String os, String architecture, String variant) {

    /// Reads `os/architecture[/variant]`; anything else is an [IllegalArgumentException].
    public static Platform parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isBlank() || parts[1].isBlank()) {
            throw new IllegalArgumentException(
                    Quoted.of(text) + " is not a platform; write os/architecture, as in linux/arm64 or linux/arm/v7");
        }
        return new Platform(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
    }

    /// The platform of a machine whose JVM calls its processor `osArch` (system property `os.arch`), always Linux.
    public static Platform linuxOn(String osArch) {
        return switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> new Platform("linux", "amd64", "");
            case "aarch64" -> new Platform("linux", "arm64", "");
            case "arm" -> new Platform("linux", "arm", "v7");
            default -> new Platform("linux", osArch.toLowerCase(Locale.ROOT), "");
        };
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
