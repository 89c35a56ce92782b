package dev.cupel.inventory.packages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One paragraph of a control file (Debian Policy 5.1): fields by lower-case name, and its lines as they stand in the file.
public record ControlStanza(Map<String, String> fields, List<String> lines) {
    public ControlStanza {
        fields = Map.copyOf(fields);
        lines = List.copyOf(lines);
    }

    /// The value of a field, folded lines joined by a line feed; the name in any case.
    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
    }

    /// Whether dpkg holds the package for installed. Distroless images give no status: being listed is enough there.
    public boolean isInstalled() {
        return field("status").map(status -> status.endsWith(" installed")).orElse(true);
    }
}
