package dev.cupel.observe.probe.http;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds addresses in style sheets, scripts and JSON: texts that are not parsed, only searched.
final class ScriptReader {
    private static final int MOST = 200;
    // Quoted absolute paths such as "/api/users", no templates: a `${…}` or `:id` in it cannot be asked for as it stands.
    private static final Pattern QUOTED_PATH = Pattern.compile("[\"'`](/[A-Za-z0-9_./~%-]{1,120}(?:\\?[A-Za-z0-9_=&%.-]{0,80})?)[\"'`]");
    private static final Pattern QUOTED_ADDRESS = Pattern.compile("\"(https?://[^\"\\s\\\\]{1,200})\"");
    private static final Pattern STYLE_URL = Pattern.compile("url\\(\\s*['\"]?([^'\")]{1,200})['\"]?\\s*\\)|@import\\s+['\"]([^'\"]{1,200})['\"]");
    private static final Pattern SOURCE_MAP = Pattern.compile("sourceMappingURL=([^\\s*]{1,200})");

    private ScriptReader() {}

    static Set<String> addressesInScript(String script) {
        Set<String> found = all(QUOTED_PATH, script);
        found.addAll(all(SOURCE_MAP, script));
        found.removeIf(one -> one.startsWith("//") || one.startsWith("data:"));
        return found;
    }

    static Set<String> addressesInStyle(String style) {
        Set<String> found = all(STYLE_URL, style);
        found.addAll(all(SOURCE_MAP, style));
        found.removeIf(one -> one.startsWith("data:"));
        return found;
    }

    static Set<String> addressesInJson(String json) {
        Set<String> found = all(QUOTED_PATH, json.replace("\\/", "/"));
        found.addAll(all(QUOTED_ADDRESS, json.replace("\\/", "/")));
        return found;
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    found.add(matcher.group(group).strip());
                }
            }
        }
        return found;
    }
}
