package dev.cupel.observe.run;

import java.io.IOException;
import java.nio.file.Path;

/// The two pipes that a container writes to.
record OutputPipes(OutputPipe output, OutputPipe errors) {
    static OutputPipes in(Path directory) {
        return new OutputPipes(
                new OutputPipe(directory, "output", false), new OutputPipe(directory, "errors", true));
    }

    void openInto(Output taking) throws IOException {
        output.openInto(taking);
        errors.openInto(taking);
    }
}
