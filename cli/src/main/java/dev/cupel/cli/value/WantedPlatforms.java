package dev.cupel.cli.value;

import dev.cupel.image.Platform;
import java.util.Optional;

/// Which images of two indexes are compared.
///
/// @param one empty for all
public record WantedPlatforms(Optional<Platform> one) {
    /// Reads `all` or a platform; anything else is an [IllegalArgumentException].
    public static WantedPlatforms parse(String text) {
        return new WantedPlatforms(text.equals("all") ? Optional.empty() : Optional.of(Platform.parse(text)));
    }
}
