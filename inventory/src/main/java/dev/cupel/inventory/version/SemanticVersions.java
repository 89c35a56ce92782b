package dev.cupel.inventory.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Semantic versions and what ecosystems made of them. What does not begin with a number is older than all that does.
/// Spec: Semantic Versioning 2.0.0, item 11; OSV schema 1.7, "affected[].ranges[].type".
final class SemanticVersions {
    private static final int EARLY = 0;
    private static final int END = 1;
    private static final int NUMBER = 2;
    private static final int WORD = 3;

    private SemanticVersions() {}

    static Key read(String text) {
        return Semantic.read(text).map(version -> key(version, 3, List.of())).orElseGet(() -> NaturalVersions.unreadable(text));
    }

    /// Module versions and those of the toolchain, `go1.21rc2`; what stands behind a blank is not part of it (`go1.20.1 X:boringcrypto`).
    /// Spec: golang.org/x/mod/semver; go.dev/doc/toolchain, "Go versions".
    static Key readGo(String text) {
        int blank = text.indexOf(' ');
        String word = blank < 0 ? text : text.substring(0, blank);
        return read(withHyphen(word.startsWith("go") ? word.substring(2) : word));
    }

    /// Up to four numbers; case does not count.
    /// Spec: NuGet documentation, "Package versioning"; NuGet.Client, VersionComparer.
    static Key readNuget(String text) {
        return Semantic.read(text.toLowerCase(Locale.ROOT))
                .map(version -> key(version, 4, List.of()))
                .orElseGet(() -> NaturalVersions.unreadable(text));
    }

    /// The build counts, too, and any is newer than none.
    /// Spec: dart.dev, pub_semver, Version.compareTo.
    static Key readPub(String text) {
        return Semantic.read(text).map(version -> key(version, 3, version.build())).orElseGet(() -> NaturalVersions.unreadable(text));
    }

    /// `-3` or `-r3` is the revision of the packaging; none is zero.
    /// Spec: github.com/bitnami/go-version.
    static Key readBitnami(String text) {
        Optional<Semantic> version = Semantic.read(text);
        Optional<String> revision = version.filter(read -> read.early().size() == 1)
                .map(read -> read.early().getFirst())
                .map(early -> early.startsWith("r") ? early.substring(1) : early)
                .filter(Scan::isNumber);
        return version.map(read -> revision.isPresent() ? new Semantic(read.numbers(), List.of(), List.of(), read.wellFormed()) : read)
                .map(read -> key(read, 3, revision.filter(digits -> !Piece.number(NUMBER, digits).isZero()).stream().toList()))
                .orElseGet(() -> NaturalVersions.unreadable(text));
    }

    /// @param more what else counts where all the rest is the same
    private static Key key(Semantic version, int mostNumbers, List<String> more) {
        List<Piece> pieces = new ArrayList<>();
        version.numbers().forEach(number -> pieces.add(Piece.number(NUMBER, number)));
        while (pieces.size() > 1 && pieces.getLast().isZero()) {
            pieces.removeLast();
        }
        pieces.addFirst(NaturalVersions.READABLE);
        if (!version.early().isEmpty()) {
            pieces.add(Piece.mark(EARLY));
            addIdentifiers(pieces, version.early());
        }
        if (!more.isEmpty()) {
            pieces.add(Piece.mark(END));
            addIdentifiers(pieces, more);
        }
        return new PieceKey(version.wellFormed() && version.numbers().size() <= mostNumbers, pieces, Piece.mark(END));
    }

    private static void addIdentifiers(List<Piece> pieces, List<String> identifiers) {
        for (String identifier : identifiers) {
            pieces.add(Scan.isNumber(identifier) ? Piece.number(NUMBER, identifier) : Piece.word(WORD, identifier));
        }
    }

    /// `1.21rc2` as `1.21-rc.2`, which is how the Go vulnerability database writes it.
    private static String withHyphen(String version) {
        for (String stage : List.of("alpha", "beta", "rc")) {
            int at = version.indexOf(stage);
            if (at > 0 && Scan.isDigit(version.charAt(at - 1)) && Scan.isNumber(version.substring(at + stage.length()))) {
                return version.substring(0, at) + "-" + stage + "." + version.substring(at + stage.length());
            }
        }
        return version;
    }
}
