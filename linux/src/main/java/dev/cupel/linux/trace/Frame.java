package dev.cupel.linux.trace;

/// What the programs keep on their stack, as offsets from the frame register; at most 512 bytes.
final class Frame {
    static final int KEY = -8;
    static final int VALUE = -16;
    static final int BASE_DENTRY = -24; // with BASE_MOUNT a struct path
    static final int BASE_MOUNT = -32;
    static final int ROOT_DENTRY = -40; // with ROOT_MOUNT the struct path of the container's root
    static final int ROOT_MOUNT = -48;
    static final int SCRATCH = -56;
    static final int SCRATCH2 = -64;
    static final int RECIPE = -72;
    static final int EXEC = -80;
    static final int PARENT = -88;
    static final int ORIGIN_DIRECTORY = -104; // struct path; with ORIGIN_ROOT a value of TraceMaps.origins
    static final int ORIGIN_ROOT = -120; // struct path
    static final int THREAD = -128;
    static final int PHASE = -136;

    private Frame() {}
}
