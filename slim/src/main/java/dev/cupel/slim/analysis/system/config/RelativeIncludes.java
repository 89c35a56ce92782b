package dev.cupel.slim.analysis.system.config;

import dev.cupel.image.ImagePath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Directives of web servers that include files or load modules by a path relative to the server's root.
final class RelativeIncludes {
    private static final Pattern DIRECTIVE = Pattern.compile(
            "(?im)^\\s*(?:LoadModule\\s+\\S+|LoadFile|load_module|Include|IncludeOptional|MIMEMagicFile|TypesConfig|ErrorDocument\\s+\\d+"
                    + "|AuthUserFile|AuthGroupFile|auth_basic_user_file|ssl_certificate|ssl_certificate_key|DocumentRoot|root)\\s+[\"']?([^\\s\"';]+)");

    private static final Pattern ROOT = Pattern.compile("(?im)^\\s*ServerRoot\\s+\"?([^\\s\"]+)");

    /// Where servers stand when nothing else is said: the folder of their settings, or the prefix they were built with.
    private static final List<String> PREFIXES = List.of(
            "/etc/nginx", "/usr/share/nginx", "/usr/lib/nginx", "/usr/local/nginx", "/etc/apache2", "/etc/httpd", "/usr/local/apache2", "/var/www");

    private RelativeIncludes() {}

    /// The absolute paths, or patterns, that may be meant.
    static Set<String> in(String text, ImagePath file) {
        Set<String> roots = new LinkedHashSet<>(List.of(file.parent().text()));
        Matcher root = ROOT.matcher(text);
        while (root.find()) {
            roots.add(root.group(1));
        }
        roots.addAll(PREFIXES);
        Set<String> found = new LinkedHashSet<>();
        Matcher directives = DIRECTIVE.matcher(text);
        while (directives.find()) {
            String path = directives.group(1);
            if (!path.startsWith("/") && !path.contains("$") && !path.contains("{")) {
                roots.stream().filter(one -> one.startsWith("/")).forEach(one -> found.add(one + "/" + path));
            }
        }
        return found;
    }
}
