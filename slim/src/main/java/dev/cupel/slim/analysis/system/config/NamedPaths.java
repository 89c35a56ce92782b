package dev.cupel.slim.analysis.system.config;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.PerImage;
import dev.cupel.slim.analysis.application.ApplicationFolders;
import dev.cupel.slim.analysis.system.glob.Glob;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Keeps what settings and the application's own source name by path: included files, modules, certificates, pages, programs.
/// A file stays if it is there; a folder that belongs to the application (see [OwnFolders]) stays, but for packages, runtimes and
/// caches in it, which have rules of their own; libraries may be named
/// without a folder, as in files of PAM and ODBC.
public final class NamedPaths implements Analyzer {
    private static final int MOST_FITTING = 500;
    private final PerImage<ApplicationFolders> application = new PerImage<>(ApplicationFolders::of);
    private final PerImage<Modules> modules = new PerImage<>(context -> Modules.of(context.root()));

    @Override
    public String name() {
        return "named-paths";
    }

    /// Paths in the values of the image's environment.
    @Override
    public List<Need> always(AnalysisContext context) throws IOException {
        Set<Need> needs = new LinkedHashSet<>();
        for (String line : context.config().environment()) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("PATH=")) {
                Reason reason = new Reason.Rule("environment", "the image's variable " + line.substring(0, equals) + " names it");
                for (String token : PathTokens.in(line.substring(equals + 1))) {
                    add(token, reason, context, needs);
                }
            }
        }
        return List.copyOf(needs);
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        if (context.mode() == Mode.LEAN || kept.entry().isDirectory()) {
            return List.of();
        }
        Optional<String> text = new Settings(context).text(kept);
        if (text.isEmpty()) {
            return List.of();
        }
        Set<Need> needs = new LinkedHashSet<>();
        Reason reason = new Reason.NeededBy(kept.path(), "path named in the text");
        String uncommented = Comments.strip(text.get());
        for (String token : PathTokens.in(uncommented)) {
            add(token, reason, context, needs);
        }
        for (String token : RelativeIncludes.in(uncommented, kept.path())) {
            add(token, new Reason.NeededBy(kept.path(), "included or loaded"), context, needs);
        }
        if (kept.path().isWithin(ImagePath.of("/etc"))) {
            Reason module = new Reason.NeededBy(kept.path(), "module named in the text");
            for (String name : PathTokens.libraryNames(uncommented)) {
                modules.of(context).named(name).forEach(path -> needs.add(Need.of(path, module)));
            }
        }
        return List.copyOf(needs);
    }

    private void add(String token, Reason reason, AnalysisContext context, Set<Need> needs) throws IOException {
        ApplicationFolders own = application.of(context);
        fitting(token, context).forEach(path -> {
            if (context.root().follow(path) instanceof Resolution.Found(Node node, var _)) {
                if (!node.entry().isDirectory()) {
                    needs.add(Need.of(path, reason));
                } else if (new OwnFolders(context).isOwn(node.path())) {
                    needs.add(Need.of(path, reason));
                    context.root()
                            .walk(node.path())
                            .filter(below -> !below.entry().isDirectory() && !own.isSomebodyElses(below))
                            .forEach(below -> needs.add(Need.of(below.path(), reason)));
                }
            }
        });
    }

    private static Stream<ImagePath> fitting(String token, AnalysisContext context) {
        if (token.chars().noneMatch(c -> c == '*' || c == '?')) {
            return Stream.of(ImagePath.of(token));
        }
        ImagePath fixed = ImagePath.of(token.substring(0, token.lastIndexOf('/', Math.max(0, firstWildcard(token)))));
        boolean broad = fixed.components().size() < 2 || token.contains("**");
        List<ImagePath> found = broad ? new ArrayList<>() : Glob.parse(token).in(context.root());
        return found.size() > MOST_FITTING ? Stream.empty() : found.stream();
    }

    private static int firstWildcard(String token) {
        int star = token.indexOf('*');
        int mark = token.indexOf('?');
        return star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
    }
}
