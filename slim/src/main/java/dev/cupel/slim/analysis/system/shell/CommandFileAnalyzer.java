package dev.cupel.slim.analysis.system.shell;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.system.glob.Glob;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps what files of command lines start: program managers' settings, tables of cron, Procfiles.
public final class CommandFileAnalyzer implements Analyzer {
    private static final int MOST_BYTES = 1 << 20;

    /// Where such files lie, and which part of a line is the command.
    private record Kind(Glob paths, Pattern line) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    Glob.parse("/etc/{supervisord.conf,supervisor/*,supervisor/**/*.conf,supervisor/**/*.ini,supervisord.d/*,circus.ini,circus/*}"),
                    Pattern.compile("(?m)^\\s*(?:command|cmd)\\s*=\\s*(.+)$")),
            new Kind(
                    Glob.parse("/**/{supervisord,supervisor}*.{conf,ini}"),
                    Pattern.compile("(?m)^\\s*command\\s*=\\s*(.+)$")),
            new Kind(
                    Glob.parse("/{etc/crontab,etc/cron.d/*}"),
                    Pattern.compile("(?m)^(?!\\s*#)\\s*(?:@\\w+|(?:\\S+\\s+){5})\\s*\\S+\\s+(.+)$")),
            new Kind(
                    Glob.parse("/{var/spool/cron/**/*,etc/crontabs/*}"),
                    Pattern.compile("(?m)^(?!\\s*#)\\s*(?:@\\w+|(?:\\S+\\s+){5})\\s*(.+)$")),
            new Kind(Glob.parse("/{**/,}Procfile"), Pattern.compile("(?m)^\\w[\\w-]*:\\s*(.+)$")),
            new Kind(Glob.parse("/etc/{runit/*,inittab}"), Pattern.compile("(?m)^[^#:]*:[^:]*:(?:respawn|once|wait|sysinit|askfirst):-?(.+)$")));

    @Override
    public String name() {
        return "command-files";
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        List<Kind> kinds = kept.entry().isDirectory()
                ? List.of()
                : KINDS.stream().filter(kind -> kind.paths.matches(kept.path())).toList();
        List<Need> needs = new ArrayList<>();
        for (Kind kind : kinds) {
            String text = context.root().read(kept.path(), MOST_BYTES).map(NameBytes::text).orElse("");
            needs.addAll(commands(text, kind.line, kept.path(), context));
        }
        return needs;
    }

    private static List<Need> commands(String text, Pattern pattern, ImagePath file, AnalysisContext context) throws IOException {
        Calls calls = new Calls(context.root(), context.config());
        Matcher lines = pattern.matcher(text);
        while (lines.find()) {
            int number = (int) text.substring(0, lines.start(1)).chars().filter(c -> c == '\n').count() + 1;
            // %(ENV_X)s is supervisor's way to name a variable.
            calls.text(lines.group(1).replaceAll("%\\(ENV_(\\w+)\\)s", "\\$$1"), "", Reasons.of(file).from(number), 0);
        }
        return calls.needs();
    }
}
