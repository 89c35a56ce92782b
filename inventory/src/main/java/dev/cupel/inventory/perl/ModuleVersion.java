package dev.cupel.inventory.perl;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version that a module gives itself, as ExtUtils::MakeMaker looks for it: the first line that sets `$VERSION`, or a `package`
/// line with a number. Only plain literals are read; nothing is run.
public final class ModuleVersion {
    private static final int LONGEST = 500;
    private static final Pattern SET = Pattern.compile("[$*](?:[\\w:]{1,200}::)?VERSION\\s*=\\s*(?:version->\\w+\\()?\\s*['\"]?(v?[0-9][0-9._]{0,60})['\"]?\\s*\\)?\\s*;");
    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s+[\\w:]{1,200}\\s+(v?[0-9][0-9._]{0,60})\\s*[;{]");

    private ModuleVersion() {}

    /// Empty if no line before the end of the code says it.
    public static Optional<String> in(String source) {
        for (String line : (Iterable<String>) source.lines()::iterator) {
            if (line.equals("__END__") || line.equals("__DATA__")) {
                return Optional.empty();
            }
            Matcher set = SET.matcher(line);
            Matcher named = PACKAGE.matcher(line);
            if (line.length() <= LONGEST && !line.stripLeading().startsWith("#") && set.find()) {
                return Optional.of(set.group(1));
            }
            if (line.length() <= LONGEST && named.find()) {
                return Optional.of(named.group(1));
            }
        }
        return Optional.empty();
    }
}
