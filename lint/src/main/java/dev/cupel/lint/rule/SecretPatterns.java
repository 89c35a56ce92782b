package dev.cupel.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What secrets look like: by the name of a variable, by the text itself, by the name of a file.
public final class SecretPatterns {
    private static final int LONGEST_NAME = 200;
    private static final Pattern NAME = Pattern.compile(
            "(?i)(.*[_-])?(passwd|password|passphrase|pass|secret|token|credentials?|apikey|api_key|private_key|access_key|secret_key|auth_key|key)([_-]?\\d+)?"
                    + "|(?i)(.*[_-])?(secret|token|password|credentials?)[_-].*|(?i).*(password|secret|token)");
    private static final Pattern HARMLESS =
            Pattern.compile("(?i)GPG_KEYS?|.*GPG_KEY(S)?|.*(public|pub)_?key.*|.*_(file|path|url|uri|dir|name|id|length|ttl|policy)|(primary|foreign|sort|cache|host)_key|tokenizers?_.*|.*fingerprint.*");
    private static final List<Map.Entry<String, Pattern>> TEXTS = List.of(
            Map.entry("private key", Pattern.compile("-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY")),
            Map.entry("AWS access key", Pattern.compile("(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])")),
            Map.entry("GitHub token", Pattern.compile("gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,}")),
            Map.entry("GitLab token", Pattern.compile("glpat-[A-Za-z0-9_-]{20,}")),
            Map.entry("Slack token", Pattern.compile("xox[abprs]-[A-Za-z0-9-]{10,}")),
            Map.entry("Stripe key", Pattern.compile("[sr]k_live_[A-Za-z0-9]{16,}")),
            Map.entry("Google API key", Pattern.compile("AIza[A-Za-z0-9_-]{35}")),
            Map.entry("npm token", Pattern.compile("npm_[A-Za-z0-9]{36}")),
            Map.entry("PyPI token", Pattern.compile("pypi-AgEI[A-Za-z0-9_-]{20,}")),
            Map.entry("Hugging Face token", Pattern.compile("hf_[A-Za-z0-9]{30,}")),
            Map.entry("Vault token", Pattern.compile("hvs\\.[A-Za-z0-9_-]{20,}")),
            Map.entry("DigitalOcean token", Pattern.compile("dop_v1_[a-f0-9]{60,}")),
            Map.entry("SendGrid key", Pattern.compile("SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}")),
            Map.entry("Azure key", Pattern.compile("AccountKey=[A-Za-z0-9+/=]{40,}")),
            Map.entry("JSON web token", Pattern.compile("(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{10,4000}\\.[A-Za-z0-9_-]{10,}")),
            Map.entry("password in an address", Pattern.compile("(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}://[^\\s/:@\"'$]{1,200}:[^\\s/:@\"'$]{3,200}@[^\\s/]")));
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![A-Za-z0-9_])([A-Za-z_][A-Za-z0-9_]*)(?:=|(?<=(?i:ENV) [A-Za-z0-9_]{1,60})\\s+)(\"[^\"]*\"|'[^']*'|[^\\s\"']+)");
    private static final Set<String> FILES = Set.of(
            "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", ".netrc", ".pgpass", ".git-credentials", "credentials.json", "credential.json",
            "password.txt", "passwords.txt", "secret_token.rb", "credentials.xml", ".env", ".dockercfg", ".htpasswd");
    private static final Set<String> EXTENSIONS = Set.of(
            "secret", "ovpn", "private_key", "cscfg", "rdp", "mdf", "sdf", "bek", "tpm", "fve", "jks", "psafe3", "agilekeychain", "keychain",
            "p12", "pfx", "keystore", "kdbx");

    /// A secret in a text.
    ///
    /// @param kind in words
    public record Found(String kind, int start, int end) {}

    private SecretPatterns() {}

    /// Whether a variable of this name holds a secret by the look of it; names of public keys, files and lengths do not.
    public static boolean isSecretName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches() && !HARMLESS.matcher(name).matches();
    }

    public static List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        for (Map.Entry<String, Pattern> kind : TEXTS) {
            Matcher matcher = kind.getValue().matcher(text);
            while (matcher.find()) {
                found.add(new Found(kind.getKey(), matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    /// A line with stars in the place of secrets, as long as before.
    public static String masked(String line) {
        StringBuilder out = new StringBuilder(line);
        find(line).forEach(found -> star(out, found.start(), found.end()));
        Matcher assignment = ASSIGNMENT.matcher(line);
        while (assignment.find()) {
            if (isSecretName(assignment.group(1)) && !assignment.group(2).startsWith("$")) {
                star(out, assignment.start(2), assignment.end(2));
            }
        }
        return out.toString();
    }

    private static void star(StringBuilder text, int start, int end) {
        text.replace(start, end, "*".repeat(end - start));
    }

    /// What a file of this path is, if its name says that it holds secrets.
    public static Optional<String> secretFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        boolean named = FILES.contains(name) || (name.contains(".") && EXTENSIONS.contains(extension));
        boolean placed = path.matches("(?i).*(^|/)(\\.aws/credentials|\\.docker/config\\.json|\\.kube/config|\\.ssh/id_[a-z0-9]+)");
        return named || placed ? Optional.of("a file such as " + name + " holds credentials") : Optional.empty();
    }
}
