package dev.cupel.observe.probe.file;

/// A probe file is not as `docs/probe-file.md` says.
public final class MalformedProbeFile extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedProbeFile(String what) {
        super(what);
    }
}
