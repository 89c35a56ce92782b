package dev.cupel.slim.analysis.system.shell;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.system.programs.Programs;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps the interpreter of every kept script, and above [Mode#LEAN] what a kept shell script calls on any branch: a first start
/// and a restart, root and another user, do not take the same one.
public final class ShellAnalyzer implements Analyzer {
    /// Scripts that only a package manager or an init system runs. Those that an image starts by `service NAME` are read as a part
    /// of the text that does so.
    private static final List<ImagePath> NOT_RUN = List.of(
            ImagePath.of("/etc/init.d"), ImagePath.of("/var/lib/dpkg"), ImagePath.of("/lib/apk"), ImagePath.of("/usr/share/doc"));

    private static final Set<String> NAMES_OF_SCRIPTS = Set.of(".sh", ".envsh", ".bash");

    @Override
    public String name() {
        return "shell";
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        Node content = context.root().contentOf(kept);
        if (!content.entry().isFile() || content.entry().sizeBytes() < 3) {
            return List.of();
        }
        Optional<Shebang> shebang = Shebang.of(context.root().head(content, Shebang.LONGEST));
        List<Need> needs = new ArrayList<>(shebang.map(line -> interpreters(line, kept, context)).orElse(List.of()));
        boolean shell = shebang.isPresent() ? shebang.get().isShell() : isNamedLikeScript(kept.path());
        if (shell && context.mode() != Mode.LEAN && NOT_RUN.stream().noneMatch(kept.path()::isWithin)) {
            Calls calls = new Calls(context.root(), context.config());
            calls.script(kept, Reasons.of(kept.path()), 0);
            needs.addAll(calls.needs());
        }
        return needs;
    }

    private static List<Need> interpreters(Shebang line, Node kept, AnalysisContext context) {
        Reason reason = new Reason.NeededBy(kept.path(), "interpreter");
        List<Need> needs = new ArrayList<>();
        needs.add(Need.of(ImagePath.ROOT.resolve(line.interpreter()), reason));
        Programs.of(context.root(), context.config()).find(line.program()).ifPresent(path -> needs.add(Need.of(path, reason)));
        return needs;
    }

    private static boolean isNamedLikeScript(ImagePath path) {
        return NAMES_OF_SCRIPTS.stream().anyMatch(path.name()::endsWith);
    }
}
