package dev.cupel.inventory.cataloguer.language;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.Node;
import dev.cupel.inventory.catalog.Certainty;
import dev.cupel.inventory.catalog.Component;
import dev.cupel.inventory.catalog.ComponentDraft;
import dev.cupel.inventory.catalog.Ecosystem;
import dev.cupel.inventory.catalog.Evidence;
import dev.cupel.inventory.catalog.Holdings;
import dev.cupel.inventory.catalog.PackageUrl;
import dev.cupel.inventory.cataloguer.Collector;
import dev.cupel.inventory.cataloguer.FileCataloguer;
import dev.cupel.inventory.cataloguer.FileTree;
import dev.cupel.inventory.cataloguer.Scene;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Installed gems: `specifications/NAME-VERSION.gemspec`, which RubyGems writes in one fixed form, with the gem's files in
/// `gems/NAME-VERSION` beside. Gems that come with Ruby stand in `specifications/default`, their files among Ruby's own.
public final class RubyGems implements FileCataloguer {
    private static final int MOST_BYTES = 4 << 20;
    // All of these take what they repeat for good, and within a line: a file of blanks or of quotes that nothing closes costs its length.
    private static final Pattern NAME = value("name");
    private static final Pattern VERSION = value("version");
    private static final Pattern PLATFORM = value("platform");
    private static final Pattern LICENCES = Pattern.compile("\\.licenses? = \\[?([^\\]\\n]*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern NEEDS =
            Pattern.compile("add_(?:runtime_)?dependency\\([ \\t]{0,99}%?[q]?[<\"']([^>\"'\\n]{1,200}+)[>\"']");
    private final Map<String, List<String>> needs = new HashMap<>();
    private final Map<String, String> idByName = new HashMap<>();

    @Override
    public boolean wants(Node file) {
        ImagePath folder = file.path().parent();
        return file.path().name().endsWith(".gemspec")
                && (folder.name().equals("specifications") || (folder.name().equals("default") && folder.parent().name().equals("specifications")));
    }

    @Override
    public void read(Node file, Scene scene, Collector found) throws IOException {
        String text = NameBytes.text(scene.root().head(file, MOST_BYTES));
        Optional<String> name = first(NAME, text);
        Optional<String> version = first(VERSION, text);
        if (name.isEmpty() || version.isEmpty()) {
            found.remark(file.path(), "no name or no version of a gem");
            return;
        }
        SortedMap<String, String> qualifiers = new TreeMap<>();
        first(PLATFORM, text).filter(platform -> !platform.equals("ruby")).ifPresent(platform -> qualifiers.put("platform", platform));
        Component component = new ComponentDraft(
                        Ecosystem.RUBY, name.get(), new PackageUrl("gem", "", name.get(), version.get(), qualifiers), Evidence.of(file.path()))
                .certainty(Certainty.RECORDED)
                .licences(first(LICENCES, text).map(RubyGems::quoted).orElse(List.of()))
                .files(Holdings.whole(new FileTree(scene.root()).below(gemFolder(file.path()))))
                .origin(scene.origins().of(file))
                .done();
        found.add(component);
        idByName.putIfAbsent(name.get(), component.id());
        needs.put(component.id(), NEEDS.matcher(text).results().map(match -> match.group(1)).distinct().toList());
    }

    @Override
    public void finish(Scene scene, Collector found) {
        needs.forEach((id, names) ->
                found.needs(id, names.stream().flatMap(name -> Stream.ofNullable(idByName.get(name))).toList()));
    }

    private static ImagePath gemFolder(ImagePath specification) {
        ImagePath folder = specification.parent();
        ImagePath home = folder.name().equals("default") ? folder.parent().parent() : folder.parent();
        return home.child("gems").child(specification.name().replaceFirst("\\.gemspec$", ""));
    }

    private static Pattern value(String field) {
        return Pattern.compile("(?m)^[ \\t]*+\\w++\\." + field + "[ \\t]*+=[ \\t]*+(?:Gem::Version\\.new\\()?\"([^\"\\n]++)\"");
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).findFirst();
    }

    private static List<String> quoted(String list) {
        return QUOTED.matcher(list).results().map(match -> match.group(1)).toList();
    }
}
