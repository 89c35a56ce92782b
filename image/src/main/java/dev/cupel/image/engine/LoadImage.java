package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import dev.cupel.image.engine.http.RequestBody;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Takes in a docker archive and answers with what the engine calls the images in it: names, or ids of nameless ones.
/// Spec: Engine API, `POST /images/load`.
record LoadImage(RequestBody archive) implements EngineCall<List<String>> {
    private static final List<String> LEAD_INS = List.of("Loaded image ID: ", "Loaded image: ", "Loaded image(s): ");

    @Override
    public String action() {
        return "load an image into the engine";
    }

    @Override
    public EngineRequest request() {
        // Unpacking a big layer sends nothing for as long as it takes; quiet keeps the answer from filling the socket.
        return EngineRequest.post("/images/load?quiet=1")
                .waiting(java.time.Duration.ofMinutes(30))
                .sending("application/x-tar", archive);
    }

    /// The answer is one JSON object a line; a failure comes as such a line too, after the status 200.
    @Override
    public List<String> read(HttpAnswer answer) throws IOException {
        List<String> names = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode event = EngineJson.parse(line.getBytes(StandardCharsets.UTF_8));
            String error = event.path("error").asString("");
            if (!error.isEmpty()) {
                throw new IOException("Cannot " + action() + ": it answered " + Quoted.of(error) + ".");
            }
            String text = event.path("stream").asString("");
            LEAD_INS.stream().filter(text::startsWith).findFirst()
                    .ifPresent(leadIn -> names.add(text.substring(leadIn.length()).strip()));
        }
        return names;
    }
}
