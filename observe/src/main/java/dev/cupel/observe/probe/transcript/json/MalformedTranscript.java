package dev.cupel.observe.probe.transcript.json;

/// A text is not the JSON form of a transcript.
public final class MalformedTranscript extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedTranscript(String what) {
        super(what);
    }
}
