package dev.cupel.slim.analysis.system.shell;

import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Mode;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.system.config.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps the programs that the application's own source hands to the functions that start programs: `subprocess.run(["date"])`,
/// `exec('convert …')`, `new ProcessBuilder("git", …)`, `%x(nproc)`. The first text behind such a name is read as a command line.
public final class CalledPrograms implements Analyzer {
    private static final Pattern CALL = Pattern.compile("(?:\\b(?:system|popen[234]?|Popen|exec|execSync|execFile|execFileSync|execa|spawn|spawnSync|fork"
            + "|shell_exec|passthru|proc_open|pcntl_exec|check_output|check_call|getoutput|getstatusoutput|create_subprocess_exec"
            + "|create_subprocess_shell|subprocess\\.run|subprocess\\.call|run|capture2e?|capture3|pipeline|ProcessBuilder|Command|execvp?e?|execlp?"
            + "|open|command)\\b\\s*[(\\[{\\s]{0,4}(?:List\\.of\\(|Arrays\\.asList\\(|new String\\[]\\s*\\{|shlex\\.split\\()?\\s*"
            + "|%x[(\\[{]|\\bqx[(/{\\[])[\"'`]?([^\"'`\\n)\\]}]{1,300})");

    @Override
    public String name() {
        return "called-programs";
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        if (context.mode() == Mode.LEAN || kept.entry().isDirectory() || !Sources.isSource(kept.path().name())) {
            return List.of();
        }
        Optional<String> text = new Settings(context).text(kept);
        if (text.isEmpty()) {
            return List.of();
        }
        Calls calls = new Calls(context.root(), context.config());
        Matcher found = CALL.matcher(text.get());
        while (found.find()) {
            int line = (int) text.get().substring(0, found.start()).chars().filter(c -> c == '\n').count() + 1;
            calls.text(found.group(1), "", Reasons.of(kept.path()).from(line), 0);
        }
        return calls.needs();
    }
}
