package dev.cupel.observe.probe.file;

import dev.cupel.observe.probe.document.DocumentReader;
import dev.cupel.observe.probe.document.MalformedDocument;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The user's own questions, in order, with what the answers must be (`docs/probe-file.md`).
///
/// @param questions as they are to be asked
public record ProbeFile(List<Question> questions) {
    private static final int MOST_STEPS = 2_000;
    private static final DocumentReader READER = new DocumentReader(1 << 20, 20, 100_000);
    private static final Set<String> KEYS = Set.of("version", "port", "tls", "steps");

    /// One question.
    ///
    /// @param name the user's, or made of the question; phases and reports show it
    public record Question(String name, Ask ask, Expectation expectation) {}

    public ProbeFile {
        questions = List.copyOf(questions);
    }

    /// Reads the text of a probe file.
    ///
    /// @param usualPort for steps that name none, in a file that names none
    public static ProbeFile read(String text, int usualPort) throws MalformedProbeFile {
        JsonNode root = document(text);
        Members file = Members.of("the file", root);
        file.only(KEYS);
        if (file.number("version", 1, 1, Integer.MAX_VALUE) != 1) {
            throw new MalformedProbeFile("the file's version is not 1, the only one there is");
        }
        int port = (int) file.number("port", usualPort, 1, 65_535);
        boolean tls = file.flag("tls");
        List<Question> questions = new ArrayList<>();
        for (JsonNode step : file.list("steps")) {
            if (questions.size() >= MOST_STEPS) {
                throw new MalformedProbeFile("the file has more than " + MOST_STEPS + " steps");
            }
            questions.add(new StepReader(port, tls).read(Members.of("step " + (questions.size() + 1), step)));
        }
        return new ProbeFile(questions);
    }

    private static JsonNode document(String text) throws MalformedProbeFile {
        try {
            return READER.read(text);
        } catch (MalformedDocument e) {
            throw new MalformedProbeFile(String.valueOf(e.getMessage()));
        }
    }
}
