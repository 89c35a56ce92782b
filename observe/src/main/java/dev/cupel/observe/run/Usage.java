package dev.cupel.observe.run;

import dev.cupel.image.ImagePath;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a container used up so far.
///
/// @param peakMemoryBytes empty where the kernel does not tell
/// @param killedForMemory processes that the kernel killed because the memory limit was reached; empty where it does not tell
/// @param refusedProcesses how often it was refused another process because it had as many as it may; empty where the kernel does not tell
/// @param written paths that differ from the image: files, directories and deletions, in volumes too
public record Usage(
        OptionalLong peakMemoryBytes, OptionalLong killedForMemory, OptionalLong refusedProcesses, SortedSet<ImagePath> written) {
    public Usage {
        written = Collections.unmodifiableSortedSet(new TreeSet<>(written));
    }
}
