package dev.cupel.observe.recording;

import dev.cupel.image.Quoted;
import dev.cupel.observe.observation.Elsewhere;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads recordings: one JSON object a line, each of whichever tool its members show.
public final class RecordingReader {
    private static final List<EventFormat> FORMATS =
            List.of(new TetragonEvents(), new FalcoEvents(), new TraceeEvents(), new GadgetEvents());

    private final RecordingLimits limits;
    private final JsonMapper mapper;

    public RecordingReader(RecordingLimits limits) {
        this.limits = limits;
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.lineBytes())
                .build();
        this.mapper = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// Everything that the recording tells of the image.
    ///
    /// @param name of the recording, for reports
    /// @param elsewhere paths that are no content of the image
    public Recording read(String name, InputStream in, RecordedImage image, Elsewhere elsewhere) throws IOException, MalformedRecording {
        Tally tally = new Tally(name, image, elsewhere);
        Lines lines = new Lines(in, limits);
        for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
            add(parsed(line.get(), lines.number()), lines.number(), tally);
            if (tally.size() > limits.accesses()) {
                throw new MalformedRecording(lines.number(), "up to here it names more than " + limits.accesses() + " different files");
            }
        }
        return tally.recording();
    }

    private void add(EventNode line, long number, Tally tally) throws MalformedRecording {
        for (EventFormat format : FORMATS) {
            Optional<RecordedEvent> event = format.read(line);
            if (event.isPresent()) {
                tally.add(format.tool(), event.get());
                return;
            }
        }
        RecordedEvent logged = ToolLog.read(line)
                .orElseThrow(() -> new MalformedRecording(number, "it is no event of Tetragon, Tracee, Falco or Inspektor Gadget"));
        tally.add(RecordingTool.TRACEE, logged);
    }

    private EventNode parsed(byte[] line, long number) throws MalformedRecording {
        try {
            JsonNode json = mapper.readTree(line);
            if (json.isObject()) {
                return new EventNode(json);
            }
        } catch (JacksonException e) {
            throw new MalformedRecording(number, "it is not JSON: " + Quoted.of(e.getOriginalMessage()));
        }
        throw new MalformedRecording(number, "it is no JSON object; an event stands on one line");
    }
}
