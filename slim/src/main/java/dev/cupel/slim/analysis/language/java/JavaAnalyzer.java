package dev.cupel.slim.analysis.language.java;

import dev.cupel.image.ImagePath;
import dev.cupel.image.manifest.ImageConfig;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.java.JvmArguments;
import dev.cupel.slim.analysis.AnalysisContext;
import dev.cupel.slim.analysis.Analyzer;
import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.PerImage;
import dev.cupel.slim.keep.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a Java program needs: the runtime as a whole, because it opens libraries, policies and settings by name at any time,
/// and the archives that command lines and manifests lead to. Archives stay as they are.
public final class JavaAnalyzer implements Analyzer {
    private static final Set<String> VARIABLES =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_OPTS", "JAVA_OPTIONS", "CATALINA_OPTS", "JVM_OPTS", "APP_OPTS");
    private final PerImage<JavaHomes> homes = new PerImage<>(context -> JavaHomes.in(context.root()));

    @Override
    public String name() {
        return "java";
    }

    @Override
    public List<Need> always(AnalysisContext context) throws IOException {
        if (homes.of(context).folders().isEmpty()) {
            return List.of();
        }
        ImageConfig config = context.config();
        List<String> words = new ArrayList<>(config.entrypoint());
        words.addAll(config.command());
        VARIABLES.forEach(name -> config.variable(name).ifPresent(value -> words.addAll(List.of(value.strip().split("\\s+")))));
        List<String> files = new ArrayList<>(JvmArguments.read(words.stream().flatMap(JavaAnalyzer::split).toList()).files());
        config.variable("CLASSPATH").ifPresent(value -> files.addAll(List.of(value.split(":"))));
        ClassPath classPath = new ClassPath(context.root());
        ImagePath folder = ImagePath.ROOT.resolve(config.workingDirectory());
        Reason reason = new Reason.Rule("java", "named by the image's start command or options");
        return files.stream().filter(file -> !file.isBlank()).flatMap(file -> classPath.named(file, folder, reason)).toList();
    }

    @Override
    public List<Need> needs(Node kept, AnalysisContext context) throws IOException {
        JavaHomes all = homes.of(context);
        ImagePath path = kept.path();
        if (kept.entry().isDirectory() || all.folders().isEmpty()) {
            return List.of();
        }
        Optional<ImagePath> home = all.of(path);
        if (home.isPresent()) {
            return new JavaRuntime(home.get(), context).needs(path);
        }
        return ClassPath.isArchive(path.name()) && !kept.entry().isSymlink() ? archive(kept, context.root()) : List.of();
    }

    private static List<Need> archive(Node jar, RootFs root) throws IOException {
        List<Need> needs = new ArrayList<>(new ClassPath(root).ofManifest(jar));
        ImagePath folder = jar.path().parent();
        // Tomcat's starter finds the rest by its folder: libraries beside `bin`, and what they are told by files in `conf`.
        if (jar.path().name().equals("bootstrap.jar") && folder.name().equals("bin")) {
            Reason reason = new Reason.NeededBy(jar.path(), "servlet container");
            Stream.of("lib", "conf", "endorsed").map(folder.parent()::child).forEach(place -> needs.add(Need.tree(place, reason)));
        }
        return needs;
    }

    /// A start command in shell form is one word.
    private static Stream<String> split(String word) {
        return word.indexOf(' ') < 0 ? Stream.of(word) : Stream.of(word.strip().split("[\\s\"';&|]+"));
    }
}
