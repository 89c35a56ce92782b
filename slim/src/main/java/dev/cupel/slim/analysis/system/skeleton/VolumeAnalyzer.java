package dev.cupel.slim.analysis.system.skeleton;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.util.ArrayList;
import java.util.List;

/// Keeps the image's volumes with all that lies in them, for an engine copies it into a new volume, and the work directory.
public final class VolumeAnalyzer implements Analyzer {
    @Override
    public String name() {
        return "volumes";
    }

    @Override
    public List<Need> always(AnalysisContext context) {
        List<Need> needs = new ArrayList<>();
        for (String volume : context.config().volumes()) {
            ImagePath path = ImagePath.ROOT.resolve(volume);
            if (!path.isRoot()) {
                needs.add(Need.tree(path, new Reason.Rule("volumes", "an engine fills a new volume with what lies here")));
            }
        }
        ImagePath work = ImagePath.ROOT.resolve(context.config().workingDirectory());
        if (!work.isRoot()) {
            needs.add(Need.of(work, new Reason.Rule("work-directory", "processes start here")));
        }
        return needs;
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) {
        return List.of();
    }
}
