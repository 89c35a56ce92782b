package dev.cupel.slim.analysis.system.config;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.PerImage;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keeps the name services that `nsswitch.conf` names (nsswitch.conf(5)): `mdns4_minimal` is `libnss_mdns4_minimal.so.2`.
public final class NameServices implements Analyzer {
    private static final ImagePath FILE = ImagePath.of("/etc/nsswitch.conf");
    private static final Pattern DATABASE = Pattern.compile("(?m)^\\s*[a-z]+:([^#\\n]*)");
    private static final Pattern ACTION = Pattern.compile("\\[[^]]*]");
    private static final int MOST_BYTES = 64 << 10;
    private final PerImage<Modules> modules = new PerImage<>(context -> Modules.of(context.root()));

    @Override
    public String name() {
        return "name-services";
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        if (!kept.path().equals(FILE) || kept.entry().isDirectory()) {
            return List.of();
        }
        String text = context.root()
                .read(FILE, MOST_BYTES)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        List<Need> needs = new ArrayList<>();
        Matcher databases = DATABASE.matcher(text);
        while (databases.find()) {
            for (String service : ACTION.matcher(databases.group(1)).replaceAll(" ").strip().split("\\s+")) {
                for (ImagePath library : modules.of(context).named("libnss_" + service + ".so.2")) {
                    needs.add(Need.of(library, new Reason.NeededBy(FILE, "name service " + service)));
                }
            }
        }
        return needs.stream().distinct().toList();
    }
}
