package dev.cupel.observe.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// An image made ready to run by one plan, with volumes that its containers share. One container at a time.
public interface Stage extends AutoCloseable {
    /// A container that has the image's files as they are, and the volumes as the containers before it left them: what a user gets
    /// who replaces a container.
    Container fresh(Making making) throws IOException;

    /// The same as a fresh container for a command in place of the plan's, entry point too: how images of command-line tools are used.
    Container running(List<String> command, Map<String, String> environment, Making making) throws IOException;

    /// What a reader of a report should know of how the image is run here; sentences.
    default List<String> remarks() {
        return List.of();
    }

    @Override
    void close() throws IOException;
}
