package dev.cupel.slim.analysis;

import dev.cupel.image.rootfs.Node;
import java.io.IOException;
import java.util.List;

/// One kind of static knowledge. An analyzer has no state: the closure asks it about each kept node exactly once and
/// goes on until nothing new comes, so it only looks one step ahead.
public interface Analyzer {
    /// A stable, lower-case id such as `elf`, `python`, shown in reports.
    String name();

    /// What stays whatever the run showed: read from the image's configuration and system files alone. Usually empty.
    default List<Need> always(AnalysisContext context) throws IOException {
        return List.of();
    }

    /// What must stay because `kept` stays; empty where this analyzer has nothing to say. A malformed file is not an error
    /// here: it needs nothing that can be read from it.
    List<Need> needs(Node kept, AnalysisContext context) throws IOException;
}
