package dev.cupel.linux.calls;

/// Which arguments of a system call lead to files. Positions count from 0; [#NONE] where there is no such argument.
///
/// @param shape what stands at `path`
/// @param path the position of the first path, descriptor or socket address
/// @param directory the position of the descriptor that the path is relative to; with none it is the working directory
/// @param secondPath the position of the second path: what is renamed to, linked to
/// @param secondDirectory likewise
/// @param flags the position of flags that decide what the call does to the path
public record Arguments(Shape shape, int path, int directory, int secondPath, int secondDirectory, int flags) {
    public static final int NONE = 0xff;

    /// What stands at [Arguments#path].
    public enum Shape {
        /// The address of a path.
        PATH(1),
        /// The path of a program: gone from memory once the call has succeeded.
        PROGRAM(2),
        /// A path that the working directory or root moves to, so that afterwards it starts from elsewhere.
        MOVE(7),
        /// A path whose flags lie in a `struct open_how` (linux/openat2.h).
        PATH_WITH_HOW(3),
        /// A descriptor of an open directory.
        DESCRIPTOR(4),
        /// The address of a `struct sockaddr`; its length is the next argument.
        ADDRESS(5),
        /// A descriptor of a socket that waits for connections from now on.
        LISTENER(6);

        private final int code;

        Shape(int code) {
            this.code = code;
        }

        /// Its number in [Arguments#packed]; not 0.
        public int code() {
            return code;
        }
    }

    static Arguments path(int path) {
        return new Arguments(Shape.PATH, path, NONE, NONE, NONE, NONE);
    }

    static Arguments at(int directory, int path) {
        return new Arguments(Shape.PATH, path, directory, NONE, NONE, NONE);
    }

    static Arguments two(int path, int second) {
        return new Arguments(Shape.PATH, path, NONE, second, NONE, NONE);
    }

    static Arguments twoAt(int directory, int path, int secondDirectory, int second) {
        return new Arguments(Shape.PATH, path, directory, second, secondDirectory, NONE);
    }

    static Arguments of(Shape shape, int path) {
        return new Arguments(shape, path, NONE, NONE, NONE, NONE);
    }

    Arguments shaped(Shape other) {
        return new Arguments(other, path, directory, secondPath, secondDirectory, flags);
    }

    Arguments withFlags(int position) {
        return new Arguments(shape, path, directory, secondPath, secondDirectory, position);
    }

    /// Six bytes for the kernel's side, the path in the lowest; never 0.
    public long packed() {
        return path
                | directory << 8
                | (long) secondPath << 16
                | (long) secondDirectory << 24
                | (long) flags << 32
                | (long) shape.code << 40;
    }
}
