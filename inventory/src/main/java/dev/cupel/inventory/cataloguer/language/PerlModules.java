package dev.cupel.inventory.cataloguer.language;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.FileTree;
import dev.cupel.inventory.cataloguer.Scene;
import dev.cupel.inventory.perl.InstallationLog;
import dev.cupel.inventory.perl.ModuleVersion;
import dev.cupel.inventory.perl.PackList;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Perl itself and what was installed from CPAN: each has a list of files, `auto/Some/Module/.packlist`; its version stands in
/// cpanm's `.meta`, in `perllocal.pod`, or in the module.
public final class PerlModules implements FileCataloguer {
    private static final int MOST_BYTES = 16 << 20;
    private static final Pattern CORE = Pattern.compile(".*/(5\\.\\d{1,3}\\.\\d{1,3})(?:/.*)?");
    private final CpanMetadata metadata = new CpanMetadata();
    private final Map<ImagePath, PackList> lists = new TreeMap<>();
    private final Map<String, String> logged = new TreeMap<>();

    @Override
    public boolean wants(Node file) {
        return file.path().name().equals(".packlist") || file.path().name().equals("perllocal.pod") || metadata.wants(file.path());
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        if (metadata.wants(file.path())) {
            metadata.read(file, scene, found);
            return;
        }
        String text = NameBytes.text(scene.root().head(file, MOST_BYTES));
        if (file.path().name().equals(".packlist")) {
            lists.put(file.path(), PackList.read(text));
        } else {
            logged.putAll(InstallationLog.read(text).versions());
        }
    }

    @Override
    public void finish(Scene scene, Collector found) throws IOException {
        for (Map.Entry<ImagePath, PackList> one : lists.entrySet()) {
            add(one.getKey(), one.getValue(), scene, found);
        }
        metadata.finish(scene, found);
    }

    private void add(ImagePath list, PackList content, Scene scene, Collector found) throws IOException {
        String module = module(list);
        TreeSet<ImagePath> files = new TreeSet<>();
        String staging = staging(content.paths(), scene);
        content.paths().forEach(path -> files.add(ImagePath.of(path.startsWith(staging) ? path.substring(staging.length()) : path)));
        Holdings held = new Holdings(new FileTree(scene.root()).present(files), files.size());
        Matcher core = CORE.matcher(list.text());
        if (!module.isEmpty()) {
            Optional<ComponentDraft> told = metadata.take(module);
            Optional<String> version = version(module, files, scene);
            Optional<ComponentDraft> draft = told.isPresent() ? told : version.map(text -> draft(module, text, list));
            if (draft.isPresent()) {
                found.add(draft.get().files(held).origin(scene.origins().of(list)).certainty(Certainty.RECORDED).done());
            } else {
                found.remark(list, "nothing tells the version of " + module);
            }
        } else if (core.matches()) {
            found.add(draft("perl", core.group(1), list).files(held).origin(scene.origins().of(list)).certainty(Certainty.RECORDED).done());
        }
    }

    /// `make install DESTDIR=/staging` writes the staging folder into the list, too: what is before a path that the image has.
    private static String staging(List<String> paths, Scene scene) {
        for (String path : paths.subList(0, Math.min(paths.size(), 20))) {
            for (int slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
                if (slash < path.length() - 1 && scene.root().at(ImagePath.of(path.substring(slash))).isPresent()) {
                    return path.substring(0, slash);
                }
            }
        }
        return "";
    }

    private static ComponentDraft draft(String module, String version, ImagePath from) {
        String name = module.replace("::", "-");
        return new ComponentDraft(Ecosystem.PERL, module, PackageUrl.of("cpan", "", name, version), Evidence.of(from));
    }

    /// `…/auto/JSON/PP/.packlist` is JSON::PP's; one that lies elsewhere is Perl's own.
    private static String module(ImagePath list) {
        List<String> folders = list.parent().components();
        int auto = folders.lastIndexOf("auto");
        return auto < 0 ? "" : String.join("::", folders.subList(auto + 1, folders.size()));
    }

    private Optional<String> version(String module, Set<ImagePath> files, Scene scene) throws IOException {
        if (logged.containsKey(module)) {
            return Optional.of(logged.get(module));
        }
        String end = "/" + module.replace("::", "/") + ".pm";
        Optional<ImagePath> source = files.stream().filter(path -> path.text().endsWith(end)).findFirst();
        return source.isEmpty() ? Optional.empty() : scene.root().read(source.get(), MOST_BYTES).map(NameBytes::text).flatMap(ModuleVersion::in);
    }
}
