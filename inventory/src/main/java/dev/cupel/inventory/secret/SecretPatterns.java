package dev.cupel.inventory.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What secrets look like: by the name of a variable, by the text itself, by the name of a file.
public final class SecretPatterns {
    private static final int LONGEST_NAME = 200;
    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:.*[_.-])?(?:passwd|password|passphrase|pass|secret|token|credentials?|key)(?:[_-]?\\d+)?"
                    + "|(?:.*[_.-])?(?:secret|token|password|credentials?)[_.-].*"
                    + "|.*(?:passwd|password|passphrase|secret|token|(?:api|access|auth|encryption|private|secret|signing)_?key)");
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i)GPG_KEYS?|.*GPG_KEY(?:S)?|.*(?:public|pub)_?key.*|.*[_.-](?:file|path|url|uri|dir|name|id|length|ttl|policy)"
                    + "|(?:primary|foreign|sort|cache|host)_key|tokenizers?_.*|.*fingerprint.*");
    /// Each repetition has a bound, or something before it that stands once: no text takes longer than its length.
    private static final List<Kind> KINDS = List.of(
            kind("private-key", "private key", "PRIVATE KEY", "-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY(?: BLOCK)?-----(?:\\s|\\\\[nr]){1,9}[A-Za-z0-9+/=:, -]{20}"),
            kind("aws-access-key", "AWS access key", "AKIA", "(?<![A-Za-z0-9])(AKIA[A-Z0-9]{16})(?![A-Za-z0-9])"),
            kind("aws-session-key", "AWS access key", "ASIA", "(?<![A-Za-z0-9])(ASIA[A-Z0-9]{16})(?![A-Za-z0-9])"),
            kind("github-token", "GitHub token", "gh", "gh[pousr]_[A-Za-z0-9]{36,255}"),
            kind("github-fine-token", "GitHub token", "github_pat_", "github_pat_[A-Za-z0-9_]{40,255}"),
            kind("gitlab-token", "GitLab token", "glpat-", "glpat-[\\w-]{20,255}"),
            kind("slack-token", "Slack token", "xox", "\\bxox[abprs]-[A-Za-z0-9-]{10,255}"),
            kind("stripe-key", "Stripe key", "k_live_", "\\b[sr]k_live_[A-Za-z0-9]{16,255}"),
            kind("google-api-key", "Google API key", "AIza", "\\bAIza[\\w-]{35}"),
            kind("npm-token", "npm token", "npm_", "\\bnpm_[A-Za-z0-9]{36}\\b"),
            kind("npmrc-token", "npm token", "_authToken", "_authToken\\s{0,9}=\\s{0,9}([^\\s$\"]{8,2000})"),
            kind("pypi-token", "PyPI token", "pypi-AgEI", "pypi-AgEI[\\w-]{20,2000}"),
            kind("hugging-face-token", "Hugging Face token", "hf_", "\\bhf_[A-Za-z0-9]{30,255}"),
            kind("vault-token", "Vault token", "hvs.", "\\bhvs\\.[\\w-]{20,255}"),
            kind("digitalocean-token", "DigitalOcean token", "dop_v1_", "dop_v1_[a-f0-9]{60,255}"),
            kind("sendgrid-key", "SendGrid key", "SG.", "\\bSG\\.[\\w-]{16,32}\\.[\\w-]{16,64}"),
            kind("azure-account-key", "Azure key", "AccountKey=", "AccountKey=([A-Za-z0-9+/=]{40,255})"),
            kind("web-token", "JSON web token", "eyJ", "(?<![\\w-])(eyJ[\\w-]{10,2000}+\\.eyJ[\\w-]{10,4000}+\\.[\\w-]{10,2000})"),
            kind("url-password", "password in an address", "://", "(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,60}://[^\\s/:@\"'$]{0,200}:([^\\s/@:\"'${}<>*]{3,200})@[^\\s/]"),
            kind("docker-auth", "registry credentials", "\"auth\"", "\"auth\"\\s{0,9}:\\s{0,9}\"([A-Za-z0-9+/]{12,2000}={0,2})\""));
    private static final Set<String> FILES = Set.of(
            "id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", ".netrc", ".pgpass", ".git-credentials", "credentials.json", "credential.json",
            "password.txt", "passwords.txt", "secret_token.rb", "credentials.xml", ".env", ".dockercfg", ".htpasswd");
    private static final Set<String> EXTENSIONS = Set.of(
            "secret", "ovpn", "private_key", "cscfg", "rdp", "mdf", "sdf", "bek", "tpm", "fve", "jks", "psafe3", "agilekeychain", "keychain",
            "p12", "pfx", "keystore", "kdbx");

    /// `literal` is in every match: looking for it first costs next to nothing, looking for twenty patterns does not.
    private record Kind(String rule, String words, String literal, Pattern pattern) {}

    /// A secret in a text.
    ///
    /// @param rule stable name, such as `github-token`
    /// @param kind in words
    /// @param start of what a person sees as one, such as the whole address
    /// @param secret where the secret itself begins in it
    /// @param end of both
    public record Found(String rule, String kind, int start, int secret, int end) {}

    private SecretPatterns() {}

    private static Kind kind(String rule, String words, String literal, String pattern) {
        return new Kind(rule, words, literal, Pattern.compile(pattern));
    }

    /// Whether a variable of this name holds a secret by the look of it; names of public keys, files and lengths do not.
    public static boolean isSecretName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches() && !HARMLESS.matcher(name).matches();
    }

    /// Those of each kind in the order of the text.
    public static List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        for (Kind kind : KINDS) {
            if (text.contains(kind.literal)) {
                Matcher matcher = kind.pattern.matcher(text);
                while (matcher.find()) {
                    found.add(new Found(kind.rule, kind.words, matcher.start(), matcher.start(matcher.groupCount()), matcher.end(matcher.groupCount())));
                }
            }
        }
        return found;
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
