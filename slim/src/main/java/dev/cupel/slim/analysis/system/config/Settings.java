package dev.cupel.slim.analysis.system.config;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells which files are settings or source text of the application, and reads them.
public record Settings(AnalysisContext context) {
    private static final int MOST_BYTES = 256 << 10;
    private static final int BINARY_HEAD = 1024;

    private static final List<ImagePath> NOT_SETTINGS = List.of(
            ImagePath.of("/etc/ssl"), ImagePath.of("/etc/alternatives"), ImagePath.of("/etc/init.d"), ImagePath.of("/etc/apt"),
            ImagePath.of("/etc/systemd"), ImagePath.of("/etc/ca-certificates.conf"), ImagePath.of("/etc/cron.daily"),
            ImagePath.of("/etc/cron.weekly"), ImagePath.of("/etc/cron.monthly"), ImagePath.of("/etc/logrotate.d"),
            ImagePath.of("/etc/dpkg"), ImagePath.of("/etc/services"), ImagePath.of("/etc/mime.types"), ImagePath.of("/etc/shells"),
            ImagePath.of("/etc/X11"), ImagePath.of("/etc/skel"), ImagePath.of("/etc/login.defs"),
            ImagePath.of("/etc/profile"), ImagePath.of("/etc/default/useradd"), ImagePath.of("/etc/deluser.conf"), ImagePath.of("/etc/adduser.conf"));

    /// They name home folders of users whom no process ever becomes, and interpreters of every kind of script there is.
    private static final Set<String> NAMING_ANYTHING = Set.of("magic", "passwd", "passwd-", "group", "group-", "shadow", "shadow-", "gshadow", "gshadow-");

    private static final Set<String> ENDINGS = Set.of(
            "conf", "cnf", "cfg", "ini", "yml", "yaml", "toml", "properties", "xml", "json", "env", "sh", "py", "rb", "js", "mjs", "cjs",
            "ts", "php", "pl", "pm", "cgi", "ru", "lua", "rake", "tcl", "sql", "htaccess", "vcl",  "config", "tmpl",
            "template", "erb", "j2", "inc");

    /// Folders of other people's modules: what is in them names paths of every system there is.
    private static final Pattern MODULES =
            Pattern.compile(".*/(?:node_modules|site-packages|dist-packages|gems|vendor|python[0-9.]+|perl5?|jvm|\\.git|cargo|go/pkg)/.*");

    /// The text, if it is such a file and short enough.
    public Optional<String> text(Node node) throws IOException {
        Node content = context.root().contentOf(node);
        if (!content.entry().isFile() || content.entry().sizeBytes() > MOST_BYTES || !isSettings(node.path())) {
            return Optional.empty();
        }
        byte[] bytes = context.root().head(content, MOST_BYTES);
        for (int i = 0; i < Math.min(BINARY_HEAD, bytes.length); i++) {
            if (bytes[i] == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(NameBytes.text(bytes));
    }

    private boolean isSettings(ImagePath path) {
        boolean system = path.isWithin(ImagePath.of("/etc")) || path.isWithin(ImagePath.of("/usr/local/etc"));
        if (system) {
            return NOT_SETTINGS.stream().noneMatch(path::isWithin)
                    && !NAMING_ANYTHING.contains(path.name())
                    && new Enabled(context.root()).isInUse(path);
        }
        return !MODULES.matcher(path.text()).matches()
                && !path.isWithin(ImagePath.of("/usr/share"))
                && !path.isWithin(ImagePath.of("/var/lib"))
                && isNamedLikeText(path.name())
                && context.packages().ownerOf(path).isEmpty();
    }

    private static boolean isNamedLikeText(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? !name.contains(".") : ENDINGS.contains(name.substring(dot + 1));
    }
}
