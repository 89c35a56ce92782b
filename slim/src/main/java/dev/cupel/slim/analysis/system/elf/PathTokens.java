package dev.cupel.slim.analysis.system.elf;

import dev.cupel.image.ImagePath;
import dev.cupel.inventory.elf.ElfTarget;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Expands `$ORIGIN`, `$LIB` and `$PLATFORM` (ld.so(8), "Dynamic string tokens"). What the last two mean was chosen when the loader
/// was built and by the processor it runs on, so every meaning in use is returned.
final class PathTokens {
    private PathTokens() {}

    /// The directories meant; relative ones, which depend on where the process stands, are taken from the root.
    static List<ImagePath> expand(List<String> directories, ImagePath origin, ElfTarget target) {
        Set<ImagePath> places = new LinkedHashSet<>();
        for (String directory : directories) {
            for (String text : meanings(directory, origin, target)) {
                places.add(ImagePath.ROOT.resolve(text));
            }
        }
        return List.copyOf(places);
    }

    private static Set<String> meanings(String directory, ImagePath origin, ElfTarget target) {
        String placed = replace(directory, "ORIGIN", origin.text());
        Set<String> texts = new LinkedHashSet<>();
        for (String lib : Architecture.of(target).libraryFolders()) {
            for (String platform : Architecture.of(target).platforms()) {
                texts.add(replace(replace(placed, "LIB", lib), "PLATFORM", platform));
            }
        }
        return texts;
    }

    private static String replace(String text, String token, String value) {
        return text.replace("${" + token + "}", value).replace("$" + token, value);
    }
}
