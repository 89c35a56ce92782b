package dev.cupel.cli;

import dev.cupel.cli.answer.Answer;
import dev.cupel.cli.answer.Format;
import dev.cupel.image.file.ReplacedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// In which form a command gives its answer, and where.
final class OutputOptions {
    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json (default: text).",
            completionCandidates = Choices.Formats.class)
    private Format format = Format.TEXT;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write the answer to a file, whole or not at all.")
    private Optional<Path> file = Optional.empty();

    /// Call it before long work.
    void requireWritable() {
        file.map(ReplacedFile::new).ifPresent(ReplacedFile::requireWritable);
    }

    void give(Answer answer, CommandSpec spec) throws IOException {
        String text = format.of(answer);
        if (file.isPresent()) {
            new ReplacedFile(file.get()).write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } else {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        }
    }
}
