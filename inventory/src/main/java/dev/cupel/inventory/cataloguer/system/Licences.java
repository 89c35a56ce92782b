package dev.cupel.inventory.cataloguer.system;

import dev.cupel.image.ImagePath;
import dev.cupel.image.NameBytes;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.inventory.packages.OsPackage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The licences in Debian's copyright files: `License:` fields where the file has the format for machines (Debian copyright-format
/// 1.0), else the texts in `/usr/share/common-licenses` that it refers to.
record Licences(RootFs root) {
    private static final ImagePath DOC = ImagePath.of("/usr/share/doc");
    private static final int MOST_BYTES = 4 << 20;
    private static final int LONGEST_LINE = 500; // for splitting takes the square of it
    private static final Pattern FIELD = Pattern.compile("(?m)^Licen[cs]e:[ \\t]*(\\S.*)$");
    private static final Pattern COMMON = Pattern.compile("/usr/share/common-licenses/([0-9A-Za-z][0-9A-Za-z.+_-]*[0-9A-Za-z+])");
    private static final Pattern BETWEEN = Pattern.compile("\\s+(?:and/or|or|and)\\s+|\\s*[,|]\\s*");

    List<String> of(OsPackage one) throws IOException {
        if (!one.kind().equals("deb") || one.name().contains("/")) {
            return List.of();
        }
        return root.read(DOC.child(one.name()).child("copyright"), MOST_BYTES)
                .map(bytes -> read(NameBytes.text(bytes)))
                .orElse(List.of());
    }

    static List<String> read(String copyright) {
        TreeSet<String> names = new TreeSet<>();
        Matcher field = FIELD.matcher(copyright);
        while (field.find()) {
            String line = field.group(1).substring(0, Math.min(field.group(1).length(), LONGEST_LINE)).strip();
            Arrays.stream(BETWEEN.split(line)).filter(Licences::isName).forEach(names::add);
        }
        if (names.isEmpty()) {
            COMMON.matcher(copyright).results().forEach(common -> names.add(common.group(1)));
        }
        return List.copyOf(names);
    }

    private static boolean isName(String text) {
        return text.length() <= 60 && text.matches("[0-9A-Za-z][0-9A-Za-z.+_~()/ -]*");
    }
}
