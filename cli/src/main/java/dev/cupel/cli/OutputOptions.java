package dev.cupel.cli;

import dev.cupel.cli.answer.Answer;
import dev.cupel.cli.answer.Format;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// In which form a command gives its answer, and where.
final class OutputOptions {
    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).",
            completionCandidates = Choices.Formats.class)
    private Format format = Format.TEXT;

    @Mixin
    private OutputFile file;

    /// Call it before long work.
    void requireWritable() {
        file.requireWritable();
    }

    void give(Answer answer, CommandSpec spec) throws IOException {
        file.print(spec, out -> out.print(format.of(answer)));
    }
}
