package dev.cupel.observe.sensor;

import dev.cupel.image.ImagePath;
import dev.cupel.linux.calls.Arguments;
import dev.cupel.linux.calls.FileCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A system call that waits: its paths are read from the memory of the thread that makes it, and where they start from its state.
record HeldCall(HeldThread thread, String name, List<Long> arguments) {
    private static final int HOW_BYTES = 24; // struct open_how: u64 flags, mode, resolve
    private static final long RESOLVE_IN_ROOT = 0x10;
    private static final int LONGEST_ADDRESS = 128; // struct sockaddr_storage

    /// A path that the call names.
    ///
    /// @param absolute as the container's root has it, not yet normal
    /// @param flags of an open, else 0
    /// @param second whether it is what is renamed to, linked to
    record Named(String absolute, long flags, boolean second) {
        ImagePath path() {
            return ImagePath.of(absolute);
        }
    }

    /// The paths; fewer than the call has arguments for where the thread has ended, or gave none.
    List<Named> paths() throws IOException {
        Optional<Arguments> file = FileCalls.arguments(name);
        return file.isPresent() ? paths(file.get()) : List.of();
    }

    private List<Named> paths(Arguments where) throws IOException {
        return switch (where.shape()) {
            case PATH, PROGRAM, MOVE, PATH_WITH_HOW -> texts(where);
            case DESCRIPTOR -> thread.file(arguments.get(where.path()))
                    .filter(path -> path.startsWith("/"))
                    .map(path -> List.of(new Named(path, 0, false)))
                    .orElse(List.of());
            case ADDRESS -> unixPath().map(List::of).orElse(List.of());
            case LISTENER -> List.of();
        };
    }

    /// The socket address of connect or bind, a character a byte.
    String address() throws IOException {
        int size = (int) Math.min(LONGEST_ADDRESS, Math.max(0, arguments.get(2)));
        return new String(thread.memory().bytes(arguments.get(1), size), StandardCharsets.ISO_8859_1);
    }

    private Optional<Named> unixPath() throws IOException {
        Optional<String> path = SocketAddressText.unixPath(address());
        return path.isEmpty() ? Optional.empty() : start(path.get(), Arguments.NONE, 0).map(start -> new Named(start + "/" + path.get(), 0, false));
    }

    private List<Named> texts(Arguments where) throws IOException {
        ByteBuffer how = how(where);
        List<Named> named = new ArrayList<>();
        text(where.path(), where.directory(), how).ifPresent(path -> named.add(new Named(path, how.getLong(0), false)));
        text(where.secondPath(), where.secondDirectory(), how).ifPresent(path -> named.add(new Named(path, 0, true)));
        return named;
    }

    private Optional<String> text(int position, int directory, ByteBuffer how) throws IOException {
        if (position == Arguments.NONE) {
            return Optional.empty();
        }
        // An empty path stands for the descriptor itself, which was opened by name before.
        Optional<String> text = thread.memory().text(arguments.get(position)).filter(path -> !path.isEmpty());
        return text.isEmpty() ? Optional.empty() : start(text.get(), directory, how.getLong(16)).map(start -> start + "/" + text.get());
    }

    private Optional<String> start(String text, int directory, long resolve) throws IOException {
        if (text.startsWith("/") && (resolve & RESOLVE_IN_ROOT) == 0) {
            return thread.root();
        }
        return directory == Arguments.NONE ? thread.workingDirectory() : thread.directory(arguments.get(directory));
    }

    private ByteBuffer how(Arguments where) throws IOException {
        ByteBuffer how = ByteBuffer.allocate(HOW_BYTES).order(ByteOrder.nativeOrder());
        if (where.flags() != Arguments.NONE) {
            long flags = arguments.get(where.flags());
            if (where.shape() == Arguments.Shape.PATH_WITH_HOW) {
                how.put(thread.memory().bytes(flags, HOW_BYTES)).clear();
            } else {
                how.putLong(0, flags);
            }
        }
        return how;
    }
}
