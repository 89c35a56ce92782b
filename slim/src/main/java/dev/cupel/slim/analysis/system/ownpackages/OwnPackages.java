package dev.cupel.slim.analysis.system.ownpackages;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.inventory.packages.OsPackage;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps the packages that the application's programs come from, and those built from the same source: what a server loads or
/// calls on a path that no probe took lies there. The base system is not the application, and language runtimes are larger than
/// what one application uses of them; their own analyzers know better.
public final class OwnPackages implements Analyzer {
    private static final long MOST_DATA_BYTES = 8L << 20;

    /// Tells an image's programs.
    @FunctionalInterface
    public interface Programs {
        Collection<ImagePath> of(AnalysisContext context) throws IOException;
    }

    private final Programs programs;
    private final Dispensable dispensable = Dispensable.read();
    private final SystemSources system = new SystemSources();

    /// `programs` are those that the application is: named by the image's configuration, or seen to be executed.
    public OwnPackages(Programs programs) {
        this.programs = programs;
    }

    @Override
    public String name() {
        return "own-packages";
    }

    @Override
    public List<Need> always(AnalysisContext context) throws IOException {
        if (context.mode() == Mode.LEAN) {
            return List.of();
        }
        Map<OsPackage, ImagePath> own = new LinkedHashMap<>();
        Collection<ImagePath> started = programs.of(context);
        for (ImagePath program : started) {
            if (context.root().follow(program) instanceof Resolution.Found(Node node, var _)) {
                context.packages().ownerOf(node.path()).filter(system::isApplication).ifPresent(owner -> own.putIfAbsent(owner, program));
            }
        }
        Map<OsPackage, ImagePath> all = new LinkedHashMap<>(own);
        own.forEach((owner, because) -> addKin(owner, because, context, all));
        List<Need> needs = new ArrayList<>();
        SideScripts sideScripts = new SideScripts(context.root(), started);
        for (Map.Entry<OsPackage, ImagePath> one : all.entrySet()) {
            addFiles(one.getKey(), one.getValue(), sideScripts, needs);
        }
        return needs;
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) {
        return List.of();
    }

    /// Packages of the same source, and those that it depends on for nothing but data.
    private void addKin(OsPackage owner, ImagePath because, AnalysisContext context, Map<OsPackage, ImagePath> all) {
        for (OsPackage other : context.packages().packages()) {
            boolean kin = other.source().equals(owner.source()) && !system.isForBuilding(other);
            boolean data = owner.depends().contains(other.name()) && system.isApplication(other) && isSmallData(other, context);
            if (kin || data) {
                all.putIfAbsent(other, because);
            }
        }
    }

    private boolean isSmallData(OsPackage one, AnalysisContext context) {
        long bytes = 0;
        for (ImagePath path : one.files()) {
            if (!dispensable.test(path)) {
                bytes += context.root().at(path).map(node -> node.entry().sizeBytes()).orElse(0L);
                if (bytes > MOST_DATA_BYTES || isCode(path, context)) {
                    return false;
                }
            }
        }
        return bytes > 0;
    }

    private static boolean isCode(ImagePath path, AnalysisContext context) {
        return path.name().contains(".so")
                || (Set.of("bin", "sbin").contains(path.parent().name())
                        && context.root().at(path).filter(node -> !node.entry().isDirectory()).isPresent());
    }

    private void addFiles(OsPackage one, ImagePath because, SideScripts sideScripts, List<Need> needs) throws IOException {
        Reason reason = new Reason.Coherent("package " + one.name() + " (source " + one.source() + ")", because);
        for (ImagePath path : one.files()) {
            if (!dispensable.test(path) && !sideScripts.test(path)) {
                needs.add(Need.of(path, reason));
            }
        }
    }
}
