package dev.cupel.observe.recording;

import dev.cupel.image.ImagePath;

/// A file name as an event tells it.
sealed interface RecordedName {
    /// Of Linux, with its end (PATH_MAX, linux/limits.h): a longer one is no name that a call was given.
    int LONGEST = 4096;

    /// An absolute path in the container.
    record Known(ImagePath path) implements RecordedName {}

    /// The tool told only a part of it, or not all of its bytes.
    record Cut() implements RecordedName {}

    /// It is relative, and the event does not tell to which directory.
    record Adrift() implements RecordedName {}

    /// Reads a name as the event has it.
    ///
    /// @param directory that a relative name starts from; empty where it is not known
    static RecordedName of(String text, String directory) {
        // Go's JSON writes U+FFFD for bytes that are not UTF-8: which name it was is lost.
        if (text.length() >= LONGEST || text.indexOf('\uFFFD') >= 0 || text.indexOf('\0') >= 0) {
            return new Cut();
        }
        if (text.startsWith("/")) {
            return new Known(ImagePath.of(text));
        }
        return directory.startsWith("/") ? of(directory + "/" + text, "") : new Adrift();
    }
}
