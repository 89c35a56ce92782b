package dev.cupel.slim.analysis.system.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The rules that come with Cupel.
final class KeepRules {
    private static final List<String> FILES =
            List.of("identity.rules", "libc.rules", "security.rules", "tools.rules", "desktop.rules", "servers.rules", "languages.rules");

    private KeepRules() {}

    static List<KeepRule> all() {
        List<KeepRule> rules = new ArrayList<>();
        for (String file : FILES) {
            rules.addAll(new RuleFile(file).read(text(file)));
        }
        return rules;
    }

    private static String text(String file) {
        try (InputStream in = KeepRules.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing in this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(file + " of this build cannot be read", e);
        }
    }
}
