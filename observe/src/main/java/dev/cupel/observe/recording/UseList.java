package dev.cupel.observe.recording;

import dev.cupel.observe.observation.AccessKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The uses of one event while they are gathered. An empty name is one that the event does not tell.
final class UseList {
    private final String program;
    private final String directory;
    private final List<RecordedUse> uses = new ArrayList<>();

    /// @param program whose doing they are; empty where the event does not tell
    /// @param directory that its relative names start from; empty where the event does not tell
    UseList(String program, String directory) {
        this.program = program;
        this.directory = directory;
    }

    /// A file that was asked for and is there, unless the call failed otherwise.
    void found(String name, AccessKind kind) {
        add(name, Set.of(kind), true);
    }

    void add(String name, Set<AccessKind> kinds, boolean found) {
        if (!name.isEmpty()) {
            add(RecordedName.of(name, directory), kinds, found);
        }
    }

    /// A file of which the tool told only a part.
    void cut(Set<AccessKind> kinds) {
        add(new RecordedName.Cut(), kinds, true);
    }

    private void add(RecordedName name, Set<AccessKind> kinds, boolean found) {
        kinds.forEach(kind -> uses.add(new RecordedUse(name, kind, found, program)));
    }

    List<RecordedUse> all() {
        return List.copyOf(uses);
    }
}
