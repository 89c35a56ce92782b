package dev.cupel.slim.analysis.system.shell;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The programs that the image itself starts: named by its configuration, by the scripts those lead to, by the program manager's
/// settings.
public final class StartedPrograms {
    private static final int MOST = 2000;
    private static final Set<String> MANAGERS = Set.of("supervisord", "circusd", "crond", "cron", "supercronic");
    private static final List<ImagePath> SETTINGS_OF_MANAGERS = List.of(
            ImagePath.of("/etc/supervisor"), ImagePath.of("/etc/supervisord.conf"), ImagePath.of("/etc/supervisord.d"),
            ImagePath.of("/etc/circus"), ImagePath.of("/etc/cron.d"), ImagePath.of("/etc/crontab"), ImagePath.of("/etc/crontabs"));

    private final List<Analyzer> analyzers = List.of(new ShellAnalyzer(), new CommandFileAnalyzer());
    private final CommandLineAnalyzer commandLine = new CommandLineAnalyzer();

    /// Their paths, links followed, scripts among them.
    public Collection<ImagePath> of(AnalysisContext context) throws IOException {
        Map<ImagePath, Node> found = new LinkedHashMap<>();
        Deque<Need> open = new ArrayDeque<>(commandLine.always(context));
        while (!open.isEmpty() && found.size() < MOST) {
            Need next = open.remove();
            if (context.root().follow(next.path()) instanceof Resolution.Found(Node node, var _)
                    && !node.entry().isDirectory()
                    && found.putIfAbsent(node.path(), node) == null) {
                for (Analyzer analyzer : analyzers) {
                    open.addAll(analyzer.needs(node, context));
                }
                if (MANAGERS.contains(next.path().name())) {
                    addSettings(next, context, open);
                }
            }
        }
        return found.values().stream().filter(node -> node.entry().isExecutable()).map(Node::path).toList();
    }

    private static void addSettings(Need manager, AnalysisContext context, Deque<Need> open) {
        for (ImagePath settings : SETTINGS_OF_MANAGERS) {
            context.root().walk(settings).forEach(node -> open.add(Need.of(node.path(), manager.reason())));
        }
    }
}
