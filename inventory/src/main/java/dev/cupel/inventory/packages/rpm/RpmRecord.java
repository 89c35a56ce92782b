package dev.cupel.inventory.packages.rpm;

import java.util.ArrayList;
import java.util.List;

/// One installed package as rpm's database has it.
///
/// @param version `[epoch:]version-release`
/// @param sourceRpm file name of the source package
/// @param module label of the module that it is a part of, such as `nodejs:18:8090020231106:abcd1234`; empty outside of modules
/// @param vendor who built it; empty where it does not say
/// @param files absolute paths, directories too; not those that the package only claims ("ghosts")
public record RpmRecord(
        String name,
        String version,
        String architecture,
        String licence,
        String sourceRpm,
        String module,
        String vendor,
        List<String> requires,
        List<String> provides,
        List<String> files) {
    private static final int NAME = 1000;
    private static final int VERSION = 1001;
    private static final int RELEASE = 1002;
    private static final int EPOCH = 1003;
    private static final int VENDOR = 1011;
    private static final int LICENCE = 1014;
    private static final int ARCHITECTURE = 1022;
    private static final int FILE_FLAGS = 1037;
    private static final int SOURCE_RPM = 1044;
    private static final int PROVIDES = 1047;
    private static final int REQUIRES = 1049;
    private static final int OLD_FILE_NAMES = 1027;
    private static final int DIRECTORY_INDEXES = 1116;
    private static final int BASE_NAMES = 1117;
    private static final int DIRECTORY_NAMES = 1118;
    private static final int MODULARITY_LABEL = 5096;
    private static final long GHOST = 1 << 6;

    public RpmRecord {
        requires = List.copyOf(requires);
        provides = List.copyOf(provides);
        files = List.copyOf(files);
    }

    static RpmRecord read(byte[] blob) throws MalformedRpm {
        RpmHeader header = new RpmHeader(blob);
        List<Long> epoch = header.numbers(EPOCH);
        String version = header.text(VERSION) + "-" + header.text(RELEASE);
        return new RpmRecord(
                header.text(NAME),
                epoch.isEmpty() ? version : epoch.getFirst() + ":" + version,
                header.text(ARCHITECTURE),
                header.text(LICENCE),
                header.text(SOURCE_RPM),
                header.text(MODULARITY_LABEL),
                header.text(VENDOR),
                header.texts(REQUIRES),
                header.texts(PROVIDES),
                header.has(BASE_NAMES) ? files(header) : header.texts(OLD_FILE_NAMES));
    }

    private static List<String> files(RpmHeader header) throws MalformedRpm {
        List<String> names = header.texts(BASE_NAMES);
        List<String> directories = header.texts(DIRECTORY_NAMES);
        List<Long> indexes = header.numbers(DIRECTORY_INDEXES);
        List<Long> flags = header.numbers(FILE_FLAGS);
        List<String> files = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), indexes.size()); i++) {
            boolean ghost = i < flags.size() && (flags.get(i) & GHOST) != 0;
            if (indexes.get(i) >= directories.size()) {
                throw new MalformedRpm("a file in directory %d of %d".formatted(indexes.get(i), directories.size()));
            }
            if (!ghost) {
                files.add(directories.get(indexes.get(i).intValue()) + names.get(i));
            }
        }
        return files;
    }
}
