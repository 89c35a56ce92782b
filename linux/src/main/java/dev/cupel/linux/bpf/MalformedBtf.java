package dev.cupel.linux.bpf;

/// Bytes that are not the kernel's type information.
public final class MalformedBtf extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedBtf(String message) {
        super(message);
    }
}
