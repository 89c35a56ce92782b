package dev.cupel.inspect.base;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.OpenedImage;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.elf.ElfFile;
import dev.cupel.inventory.elf.ElfReader;
import dev.cupel.inventory.elf.MalformedElf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the commands of an image need, as far as their files tell: followed are the entry point, the command, and the interpreters that
/// they name. What they start themselves is not.
final class Needs {
    private static final int HEAD = 256;
    private static final int DEEPEST = 4;
    private static final String USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final Set<String> COMMON_ACCOUNTS = Set.of("root", "nobody");
    private static final Pattern SHEBANG = Pattern.compile("^#!\\s*(\\S+)(?:[ \\t]+(\\S+))?");
    private static final Pattern SHELL = Pattern.compile("(?:ba|da|a|k|z)?sh|busybox");
    private static final Pattern RUNTIME = Pattern.compile("python[0-9.]*|node|nodejs|java|ruby[0-9.]*|php[0-9.]*|php-fpm[0-9.]*|perl[0-9.]*|dotnet|erl|beam\\.smp|R");

    private final RootFs root;
    private final ImageConfig config;
    private final List<Need> needs = new ArrayList<>();

    private Needs(OpenedImage image) {
        root = image.root();
        config = image.image().config();
    }

    static List<Need> of(OpenedImage image) throws IOException {
        Needs found = new Needs(image);
        for (List<String> words : List.of(image.image().config().entrypoint(), image.image().config().command())) {
            if (!words.isEmpty()) {
                found.program(words.getFirst(), 0);
            }
        }
        if (image.image().config().entrypoint().isEmpty() && image.image().config().command().isEmpty()) {
            found.add(Need.Kind.UNKNOWN, "the image has no command; what is started in it, nobody says");
        }
        if (image.root().follow(ImagePath.of("/etc/ssl/certs/ca-certificates.crt")) instanceof Resolution.Found) {
            found.add(Need.Kind.CERTIFICATES, "the image has /etc/ssl/certs/ca-certificates.crt; whoever calls others over TLS reads it");
        }
        if (!image.root().children(ImagePath.of("/usr/share/zoneinfo")).isEmpty()) {
            found.add(Need.Kind.TIME_ZONES, "the image has /usr/share/zoneinfo; whoever tells local times reads it");
        }
        found.user();
        return List.copyOf(found.needs);
    }

    /// Accounts that every one of the smaller bases has, and numbers, need nothing.
    private void user() {
        String user = config.user().split(":", 2)[0];
        if (!user.isEmpty() && !COMMON_ACCOUNTS.contains(user) && !user.chars().allMatch(c -> c >= '0' && c <= '9')) {
            add(Need.Kind.USERS, "it runs as " + user + ", by name");
        }
    }

    private void program(String word, int depth) throws IOException {
        if (word.startsWith("-") || depth > DEEPEST) {
            return; // an option for the entry point
        }
        Optional<Node> file = find(word);
        if (file.isEmpty()) {
            if (depth == 0 && word.startsWith("/")) {
                add(Need.Kind.UNKNOWN, word + " is not in the image");
            }
            return;
        }
        String name = ImagePath.of(word).name();
        if (SHELL.matcher(name).matches()) {
            add(Need.Kind.SHELL, word + " is started");
        } else if (RUNTIME.matcher(name).matches()) {
            add(Need.Kind.RUNTIME, name);
        }
        read(file.get(), word, depth);
    }

    private void read(Node file, String word, int depth) throws IOException {
        byte[] head = root.head(file, HEAD);
        Matcher script = SHEBANG.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (ElfReader.looksLikeElf(head)) {
            elf(file, word);
        } else if (script.find()) {
            boolean byName = script.group(1).endsWith("/env") && script.group(2) != null;
            program(byName ? script.group(2) : script.group(1), depth + 1);
        } else {
            add(Need.Kind.UNKNOWN, word + " is neither a program nor a script with an interpreter");
        }
    }

    private void elf(Node file, String word) throws IOException {
        if (root.contentOf(file).entry().sizeBytes() > Integer.MAX_VALUE) {
            add(Need.Kind.UNKNOWN, word + " is a program of more than 2 GiB and not looked into");
            return;
        }
        try {
            ElfFile elf = new ElfReader().read(root.map(file));
            elf.interpreter().ifPresent(loader ->
                    add(loader.contains("musl") ? Need.Kind.MUSL : Need.Kind.GLIBC, word + " asks for " + loader));
        } catch (MalformedElf e) {
            add(Need.Kind.UNKNOWN, word + " is a damaged program: " + e.getMessage());
        }
    }

    private Optional<Node> find(String word) {
        if (word.contains("/")) {
            return fileAt(ImagePath.of(config.workingDirectory().isEmpty() ? "/" : config.workingDirectory()).resolve(word));
        }
        for (String directory : config.variable("PATH").orElse(USUAL_PATH).split(":")) {
            Optional<Node> found = fileAt(ImagePath.of(directory).child(word));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Node> fileAt(ImagePath path) {
        return root.follow(path) instanceof Resolution.Found(Node node, var _) && root.contentOf(node).entry().isFile() ? Optional.of(node) : Optional.empty();
    }

    private void add(Need.Kind kind, String why) {
        if (needs.stream().noneMatch(one -> one.kind() == kind)) {
            needs.add(new Need(kind, why));
        }
    }
}
