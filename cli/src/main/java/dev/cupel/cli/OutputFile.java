package dev.cupel.cli;

import dev.cupel.image.file.ReplacedFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/// Where a command gives its answer: standard output or a file.
final class OutputFile {
    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write the answer to a file, whole or not at all.")
    private Optional<Path> file = Optional.empty();

    /// Whether it is a file.
    boolean isGiven() {
        return file.isPresent();
    }

    /// Call it before long work.
    void requireWritable() {
        file.map(ReplacedFile::new).ifPresent(ReplacedFile::requireWritable);
    }

    void print(CommandSpec spec, Consumer<PrintWriter> answer) throws IOException {
        if (file.isEmpty()) {
            answer.accept(spec.commandLine().getOut());
            spec.commandLine().getOut().flush();
            return;
        }
        StringWriter text = new StringWriter();
        answer.accept(new PrintWriter(text));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        new ReplacedFile(file.get()).write(out -> out.write(bytes));
    }
}
