package dev.cupel.slim.analysis.language.node;

import dev.cupel.image.ImagePath;
import dev.cupel.image.rootfs.Node;
import dev.cupel.image.rootfs.Resolution;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.node.PackageJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the files that a module's name may stand for, under every condition, since `require` and `import` may lead to
/// different ones. Paths are as written, links not followed: whoever keeps them keeps the links.
record NodeModules(RootFs root, List<ImagePath> moreFolders, Machine machine) {
    private static final List<String> ENDINGS = List.of("", ".js", ".json", ".node", ".mjs", ".cjs", ".ts", ".tsx", ".jsx");
    private static final Set<String> BUILT_IN = Set.of(
            "assert", "async_hooks", "buffer", "child_process", "cluster", "console", "constants", "crypto", "dgram",
            "diagnostics_channel", "dns", "domain", "events", "fs", "http", "http2", "https", "inspector", "module", "net", "os", "path",
            "perf_hooks", "process", "punycode", "querystring", "readline", "repl", "stream", "string_decoder", "sys", "timers", "tls",
            "trace_events", "tty", "url", "util", "v8", "vm", "wasi", "worker_threads", "zlib");

    /// The files for `name` as asked for in a file of `folder`; empty for modules of Node.js itself and for those that are not
    /// there.
    Set<ImagePath> find(String name, ImagePath folder) throws IOException {
        Set<ImagePath> files = new LinkedHashSet<>();
        if (name.startsWith("./") || name.startsWith("../") || name.equals(".") || name.equals("..") || name.startsWith("/")) {
            fileOrFolder(folder.resolve(name), files, 0);
        } else if (name.startsWith("#")) {
            own(name, folder, files);
        } else if (!name.isEmpty() && !name.contains(":") && !BUILT_IN.contains(name.replaceFirst("/(?:promises|strict)$", ""))) {
            Optional<ImagePath> found = packageFolder(packageName(name), folder);
            if (found.isPresent() && machine.accepts(found.get(), root)) {
                inPackage(found.get(), "." + name.substring(packageName(name).length()), files);
            }
        }
        return files;
    }

    /// Where the package of this name is, as seen from `folder`: the nearest `node_modules` that has it.
    Optional<ImagePath> packageFolder(String name, ImagePath folder) {
        if (name.isEmpty() || name.startsWith(".") || name.contains("..")) {
            return Optional.empty();
        }
        List<ImagePath> shelves = new ArrayList<>();
        for (ImagePath above = folder; ; above = above.parent()) {
            shelves.add(above.name().equals("node_modules") ? above : above.child("node_modules"));
            if (above.isRoot()) {
                break;
            }
        }
        // What npm installed brings its own dependencies; that Debian's folder has one by chance is no use of it.
        if (!folder.components().contains("node_modules")) {
            shelves.addAll(moreFolders);
        }
        return shelves.stream().map(shelf -> shelf.resolve(name)).filter(this::isFolder).findFirst();
    }

    static String packageName(String name) {
        int slash = name.indexOf('/');
        int end = slash >= 0 && name.startsWith("@") ? name.indexOf('/', slash + 1) : slash;
        return end < 0 ? name : name.substring(0, end);
    }

    private void inPackage(ImagePath folder, String subpath, Set<ImagePath> files) throws IOException {
        files.add(folder.child("package.json"));
        PackageJson description = new PackageFiles(root).in(folder).orElse(null);
        if (description != null && !description.exports().isEmpty()) {
            mapped(description.exports(), subpath, folder, files);
        }
        // A bundler's or a type checker's view of the package may go round its exports, and so does a path inside of it.
        fileOrFolder(folder.resolve(subpath), files, 0);
    }

    private void own(String name, ImagePath folder, Set<ImagePath> files) throws IOException {
        for (ImagePath above = folder; !above.isRoot(); above = above.parent()) {
            Optional<PackageJson> description = new PackageFiles(root).in(above);
            if (description.isPresent()) {
                mapped(description.get().imports(), name, above, files);
                return;
            }
        }
    }

    private void mapped(List<PackageJson.Subpath> map, String subpath, ImagePath folder, Set<ImagePath> files) throws IOException {
        for (PackageJson.Subpath entry : map) {
            int star = entry.name().indexOf('*');
            String before = star < 0 ? entry.name() : entry.name().substring(0, star);
            String after = star < 0 ? "" : entry.name().substring(star + 1);
            boolean fits = star < 0
                    ? entry.name().equals(subpath)
                    : subpath.startsWith(before) && subpath.endsWith(after) && subpath.length() >= before.length() + after.length();
            if (fits) {
                String part = star < 0 ? "" : subpath.substring(before.length(), subpath.length() - after.length());
                for (String target : entry.targets()) {
                    target(target.replace("*", part), folder, files);
                }
            }
        }
    }

    private void target(String target, ImagePath folder, Set<ImagePath> files) throws IOException {
        if (target.startsWith("./")) {
            exactly(folder.resolve(target)).ifPresent(files::add);
        } else if (!target.startsWith("#")) {
            files.addAll(find(target, folder));
        }
    }

    private void fileOrFolder(ImagePath path, Set<ImagePath> files, int depth) throws IOException {
        for (String ending : ENDINGS) {
            Optional<ImagePath> file = path.isRoot() ? Optional.empty() : exactly(path.parent().child(path.name() + ending));
            if (file.isPresent()) {
                files.add(file.get());
                return;
            }
        }
        // TypeScript is written with the name that its output will have.
        if (path.name().endsWith(".js")) {
            exactly(path.parent().child(path.name().replaceFirst("\\.js$", ".ts"))).ifPresent(files::add);
        }
        if (depth < 2 && isFolder(path)) {
            Optional<PackageJson> description = new PackageFiles(root).in(path);
            description.ifPresent(_ -> files.add(path.child("package.json")));
            String main = description.map(PackageJson::main).orElse("");
            int before = files.size();
            if (!main.isEmpty()) {
                fileOrFolder(path.resolve(main), files, depth + 1);
            }
            if (files.size() == before) {
                fileOrFolder(path.child("index"), files, depth + 1);
            }
        }
    }

    private Optional<ImagePath> exactly(ImagePath path) {
        return root.follow(path) instanceof Resolution.Found(Node node, var _) && !node.entry().isDirectory()
                ? Optional.of(path)
                : Optional.empty();
    }

    private boolean isFolder(ImagePath path) {
        return root.follow(path) instanceof Resolution.Found(Node node, var _) && node.entry().isDirectory();
    }
}
