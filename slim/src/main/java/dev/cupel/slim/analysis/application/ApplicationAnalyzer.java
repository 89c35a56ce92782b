package dev.cupel.slim.analysis.application;

import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// Keeps what the author put into the image, whether a run touched it or not; in lean mode only the run counts.
public final class ApplicationAnalyzer implements Analyzer {
    @Override
    public String name() {
        return "application";
    }

    @Override
    public List<Need> always(AnalysisContext context) throws IOException {
        if (context.mode() == Mode.LEAN) {
            return List.of();
        }
        ApplicationFolders folders = ApplicationFolders.of(context);
        return context.root()
                .walk()
                .filter(node -> !node.entry().isDirectory())
                .flatMap(node -> needed(node, folders))
                .toList();
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) {
        return List.of();
    }

    private static Stream<Need> needed(Node node, ApplicationFolders folders) {
        return folders.placeOf(node).stream().map(place -> Need.of(node.path(), new Reason.Application(place)));
    }
}
