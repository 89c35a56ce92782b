package dev.cupel.slim.analysis.application;

import dev.cupel.image.ImagePath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One COPY or ADD of a build, as the image's history tells it. The classic builder writes
/// `/bin/sh -c #(nop) COPY dir:HASH in /srv/app `, BuildKit `COPY . /srv/app # buildkit`, Buildah as BuildKit without its mark.
record CopyStep(String destination) {
    private static final Pattern CLASSIC = Pattern.compile("(?s).*#\\(nop\\)\\s+(?:COPY|ADD)\\s.*\\sin\\s+(\\S+)\\s*");
    private static final Pattern AS_WRITTEN = Pattern.compile("(?s)\\s*(?:COPY|ADD)\\s.*?(\\S+?)\"?\\]?\\s*(?:#\\s*buildkit\\s*)?");

    /// What the step says; empty if it is another one.
    static Optional<CopyStep> read(String createdBy) {
        for (Pattern form : new Pattern[] {CLASSIC, AS_WRITTEN}) {
            Matcher matcher = form.matcher(createdBy);
            if (matcher.matches() && matcher.group(1).indexOf('\0') < 0) {
                return Optional.of(new CopyStep(matcher.group(1).replaceFirst("^\"", "")));
            }
        }
        return Optional.empty();
    }

    /// Where it put things. Relative destinations meant the work directory of that time; the last one is the best guess.
    ImagePath place(ImagePath workingDirectory) {
        return workingDirectory.resolve(destination);
    }
}
