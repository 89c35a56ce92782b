package dev.cupel.observe.sensor;

import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.process.PidDescriptor;
import dev.cupel.linux.process.Signal;
import dev.cupel.linux.process.Subreaper;
import dev.cupel.linux.ptrace.Stop;
import dev.cupel.linux.ptrace.Tracer;
import dev.cupel.observe.journal.Waited;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A command and every process that comes of it, traced from the command's first instruction by a thread that does nothing else:
/// ptrace(2) obeys no other. The thread ends with the last of the processes.
final class TracedTree {
    /// The shell stays untraced between this program and the command: whoever waits for a traced child in the tracer's own process
    /// takes the tracer's events, and the JDK waits for every process it starts. The command begins when it is traced.
    private static final String SCRIPT = "(read -r _ && exec \"$@\" </dev/null); exit $?";

    /// What pidfd_open(2) says of a process that has ended, and of a thread, which ends with its process.
    private static final Set<Integer> NO_PROCESS = Set.of(Errno.ESRCH, Errno.ENOENT, Errno.EINVAL);

    /// Who is told, on the tracing thread, while the thread in question is stopped.
    interface Listener {
        /// A call begins; what is returned is handed to [#left].
        Optional<Asked> entering(Stop.Entering call);

        void left(Asked asked, long result);

        /// A program was started.
        void started(int thread);

        /// Tracing has failed; the processes are killed.
        void failed(IOException reason);
    }

    private final boolean everyCall;
    private final Listener listener;
    private final CompletableFuture<Process> begun = new CompletableFuture<>();
    private final CompletableFuture<Integer> over = new CompletableFuture<>();
    private final Map<Integer, CompletableFuture<Integer>> ends = new ConcurrentHashMap<>();
    private final Set<Integer> alive = ConcurrentHashMap.newKeySet();
    private final Map<Integer, Optional<Asked>> calls = new HashMap<>(); // threads in a call whose end is wanted

    private TracedTree(boolean everyCall, Listener listener) {
        this.everyCall = everyCall;
        this.listener = listener;
    }

    /// Returns when the command runs.
    ///
    /// @param everyCall whether threads stop at every system call; else only at those that a filter of theirs names
    static TracedTree begin(ProcessBuilder command, boolean everyCall, Listener listener) throws IOException {
        TracedTree tree = new TracedTree(everyCall, listener);
        List<String> words = Stream.concat(Stream.of("/bin/sh", "-c", SCRIPT, "sh"), command.command().stream()).toList();
        command.command(words).redirectInput(ProcessBuilder.Redirect.PIPE);
        // Not by the tracing thread: it would be the shell's parent, and take its end from the JDK when it waits for the others.
        Process shell = command.start();
        Thread.ofPlatform().daemon().name("cupel-ptrace").start(() -> tree.trace(shell));
        tree.process();
        return tree;
    }

    /// The command, as its starter sees it.
    Process process() throws IOException {
        return Waited.forResultOf(begun);
    }

    /// Whether a process is, or was, one of the tree.
    boolean knows(int pid) {
        return ends.containsKey(pid);
    }

    /// Waits for the end of one of its processes; empty where the tracing failed before.
    OptionalInt awaitEnd(int pid) throws IOException {
        CompletableFuture<Integer> end = ends.computeIfAbsent(pid, _ -> new CompletableFuture<>());
        Waited.forResultOf(CompletableFuture.anyOf(end, over));
        return end.isDone() ? OptionalInt.of(end.join()) : Subreaper.await(pid);
    }

    /// Whether this program may trace its children here, and the kernel tells enough; else the [IOException] that says why not.
    static void tryOut() throws IOException {
        CompletableFuture<Integer> trouble = new CompletableFuture<>();
        TracedTree tree = begin(new ProcessBuilder("/bin/sh", "-c", ":"), true, new Listener() {
            @Override
            public Optional<Asked> entering(Stop.Entering call) {
                return Optional.empty();
            }

            @Override
            public void left(Asked asked, long result) {}

            @Override
            public void started(int thread) {}

            @Override
            public void failed(IOException reason) {
                trouble.completeExceptionally(reason);
            }
        });
        Waited.forResultOf(tree.over);
        trouble.complete(0);
        Waited.forResultOf(trouble);
    }

    /// Kills what is left and waits for its end.
    void end() throws IOException {
        for (int pid : alive) {
            kill(pid);
        }
        Waited.forResultOf(over);
    }

    private void trace(Process shell) {
        try (Tracer tracer = new Tracer()) {
            seize(shell, tracer);
            for (Optional<Stop> stop = tracer.await(); stop.isPresent(); stop = tracer.await()) {
                take(stop.get());
                tracer.resume(stop.get(), everyCall || calls.containsKey(stop.get().thread()));
            }
        } catch (IOException e) {
            if (!begun.completeExceptionally(e)) {
                listener.failed(e);
            }
        } finally {
            over.complete(0);
        }
    }

    private void seize(Process shell, Tracer tracer) throws IOException {
        try (OutputStream input = shell.getOutputStream()) {
            int pid = childOf(shell);
            tracer.seize(pid);
            alive.add(pid);
            ends.put(pid, new CompletableFuture<>());
            input.write('\n');
        } catch (IOException e) {
            shell.destroyForcibly(); // its child reads the end of its input, and ends
            throw e;
        }
        begun.complete(shell);
    }

    private static int childOf(Process shell) throws IOException {
        while (shell.isAlive()) {
            Optional<ProcessHandle> child = shell.children().findFirst();
            if (child.isPresent()) {
                return Math.toIntExact(child.get().pid());
            }
            Waited.milliseconds(1);
        }
        throw new IOException("/bin/sh ended with " + shell.exitValue() + " before it began a command");
    }

    private void take(Stop stop) {
        switch (stop) {
            case Stop.Entering call -> calls.put(call.thread(), listener.entering(call));
            case Stop.Leaving(int thread, long result) -> left(thread, result);
            case Stop.Forked(int _, int child) -> born(child);
            case Stop.Started(int thread, int former) -> started(thread, former);
            case Stop.Ended(int thread, int code) -> ended(thread, code);
            case Stop.Signalled _, Stop.Halted _, Stop.Paused _ -> {}
        }
    }

    private void left(int thread, long result) {
        Optional<Asked> asked = calls.remove(thread);
        if (asked != null && asked.isPresent()) {
            listener.left(asked.get(), result);
        }
    }

    private void born(int child) {
        ends.compute(child, (_, known) -> known == null || known.isDone() ? new CompletableFuture<>() : known);
        alive.add(child);
    }

    /// A thread that starts a program takes over the process's number; the others are gone without a word.
    private void started(int thread, int former) {
        if (thread != former) {
            Optional<Asked> asked = calls.remove(former);
            alive.remove(former);
            if (asked != null) {
                calls.put(thread, asked);
            }
        }
        listener.started(thread);
    }

    /// A call that its thread did not live to see the end of was made all the same.
    private void ended(int thread, int code) {
        left(thread, 0);
        alive.remove(thread);
        ends.computeIfAbsent(thread, _ -> new CompletableFuture<>()).complete(code);
    }

    private static void kill(int pid) throws IOException {
        try (PidDescriptor process = PidDescriptor.open(pid)) {
            process.send(Signal.KILL);
        } catch (ErrnoException e) {
            if (!NO_PROCESS.contains(e.errno())) {
                throw e;
            }
        }
    }
}
