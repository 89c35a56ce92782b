package dev.cupel.observe.journal;

import dev.cupel.image.CupelException;
import dev.cupel.image.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The directory that all workplaces of a user are in. Opening one first takes away what owners that are gone left behind. When
/// the program ends with workplaces open, by Ctrl-C too, they are closed. Make one for the program's whole life.
public final class Workshop {
    private final Path directory;
    private final Set<Workplace> open = ConcurrentHashMap.newKeySet();

    /// @param directory such as `$XDG_STATE_HOME/cupel/runs`; made when it is missing, for its user only: what is unpacked and
    ///     mounted below it may hold setuid programs
    public Workshop(Path directory) {
        this.directory = directory.toAbsolutePath();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("clean up").unstarted(this::closeAll));
    }

    /// Cleans up, then opens a workplace.
    public Workplace open() throws IOException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        sweep();
        // The owner stands in the directory's name: there is no moment at which it exists and nobody knows whose it is.
        Path place = Files.createDirectory(
                directory.resolve(Owner.self() + "." + UUID.randomUUID().toString().substring(0, 8)));
        Workplace workplace = new Workplace(place, open::remove);
        open.add(workplace);
        return workplace;
    }

    private void closeAll() {
        for (Workplace workplace : open) {
            try {
                workplace.close();
            } catch (IOException e) {
                System.err.println("cupel: " + e.getMessage() + "; the next start tries again");
            }
        }
    }

    /// Takes away what owners that are gone left behind; returns how many workplaces that were. A second program that starts at the
    /// same time waits.
    public int sweep() throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (FileChannel file = FileChannel.open(
                        directory.resolve("sweep.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = locked(file)) {
            Owner self = Owner.self();
            int swept = 0;
            for (Path place : places()) {
                if (isLeft(place, self) && clean(place)) {
                    swept++;
                }
            }
            return swept;
        }
    }

    /// Threads of one program are kept apart by the JVM's own exception, so they are put in line first.
    private static FileLock locked(FileChannel file) throws IOException {
        while (true) {
            try {
                return file.lock();
            } catch (OverlappingFileLockException e) {
                Waited.milliseconds(5); // another thread of this program sweeps just now
            }
        }
    }

    /// Ends containers whose program is gone, and nothing else. Whoever works in a user namespace says this before entering it: from
    /// outside its maker is master of all that runs in an older one of his, from inside a new one he is not.
    public void endOrphans() throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        Owner self = Owner.self();
        for (Path place : places()) {
            if (isLeft(place, self)) {
                new Cleaning(made(place).stream().filter(Leftover::runs).toList()).run();
            }
        }
    }

    /// Whether all of it is gone. It is not where an engine would have to take away the rest and cannot be reached: no other run may
    /// have to wait for that one.
    private static boolean clean(Path place) throws IOException {
        try {
            List<Leftover> made = made(place);
            if (!made.isEmpty()) { // things are made one after the other: only the last can still be in the making
                made.getLast().awaitMaking(sinceNoted(place));
            }
            new Cleaning(made).run();
            RemovedTree.of(place);
            return true;
        } catch (OutOfReach e) {
            return false;
        } catch (IOException e) {
            throw new CupelException(
                    Fault.ENVIRONMENT,
                    "Cannot clean up after an earlier run that was killed: " + e.getMessage(),
                    "Look at " + place.resolve(Workplace.JOURNAL) + " for what is left, take it away, and remove that folder.",
                    e);
        }
    }

    private static boolean isLeft(Path place, Owner self) throws IOException {
        Optional<Owner> owner = Owner.parse(place.getFileName().toString().replaceFirst("\\..*$", ""));
        return owner.isPresent() && owner.get().goneFor(self);
    }

    private static List<Leftover> made(Path place) throws IOException {
        Path journal = place.resolve(Workplace.JOURNAL);
        return Files.exists(journal)
                ? Files.readAllLines(journal).stream().map(Leftover::parse).flatMap(Optional::stream).toList()
                : List.of();
    }

    private static Duration sinceNoted(Path place) throws IOException {
        return Duration.between(Files.getLastModifiedTime(place.resolve(Workplace.JOURNAL)).toInstant(), Instant.now());
    }

    private List<Path> places() throws IOException {
        List<Path> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, Files::isDirectory)) {
            entries.forEach(all::add);
        }
        return all;
    }
}
