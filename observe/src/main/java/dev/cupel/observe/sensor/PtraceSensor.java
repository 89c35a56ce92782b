package dev.cupel.observe.sensor;

import dev.cupel.linux.calls.Architecture;
import dev.cupel.linux.calls.CallTable;
import dev.cupel.linux.process.Subreaper;
import dev.cupel.linux.ptrace.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Sees the system calls that name files by stopping the thread that makes one, before and after. Needs nothing but the right to
/// trace one's own children, so it is there where nothing else is; it slows a server to a quarter (`bench/sensors`). A filter in the
/// container picks the calls to stop at; without one every call stops twice.
///
/// The runtime is traced from its first instruction, so the container is too; what comes before [#attach] is left out.
final class PtraceSensor implements Sensor, ProcessParent, TracedTree.Listener {
    private static final Path ACTIONS = Path.of("/proc/sys/kernel/seccomp/actions_avail"); // since 4.14

    private final boolean filtered;
    private final CallTable table = CallTable.of(System.getProperty("os.arch", ""));
    private final Attachment<Recorder> recorder = new Attachment<>();
    private final Attachment<HeldCalls> calls = new Attachment<>();
    private final Queue<TracedTree> trees = new ConcurrentLinkedQueue<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /// @param filtered whether the runtime is asked for a filter
    private PtraceSensor(boolean filtered) {
        this.filtered = filtered;
    }

    /// With a filter where the kernel has them. Where tracing is not permitted, this is the [IOException] that says so.
    static PtraceSensor ready() throws IOException {
        boolean filters = Files.exists(ACTIONS) && Files.readAllLines(ACTIONS).stream().anyMatch(line -> List.of(line.split(" ")).contains("trace"));
        return filters ? filtered() : everyCall();
    }

    static PtraceSensor filtered() throws IOException {
        TracedTree.tryOut();
        return new PtraceSensor(true);
    }

    static PtraceSensor everyCall() throws IOException {
        TracedTree.tryOut();
        return new PtraceSensor(false);
    }

    @Override
    public String name() {
        return "ptrace";
    }

    @Override
    public Optional<SeccompRequest> seccomp() {
        return filtered ? Optional.of(new SeccompRequest("SCMP_ACT_TRACE", List.copyOf(HeldCalls.ALL), Optional.empty())) : Optional.empty();
    }

    @Override
    public Optional<ProcessParent> parent() {
        return Optional.of(this);
    }

    @Override
    public Process start(ProcessBuilder command) throws IOException {
        TracedTree tree = TracedTree.begin(command, !filtered, this);
        trees.add(tree);
        return tree.process();
    }

    @Override
    public OptionalInt awaitEnd(int pid) throws IOException {
        for (TracedTree tree : trees) {
            if (tree.knows(pid)) {
                return tree.awaitEnd(pid);
            }
        }
        return Subreaper.await(pid);
    }

    @Override
    public void attach(SensorTarget target, Recorder log) throws IOException {
        recorder.set(log);
        calls.set(new HeldCalls(name(), new HeldThread(target.initPid()), log));
        log.remark(
                filtered
                        ? "ptrace counts only the system calls that name files"
                        : "ptrace stops every system call here, because the kernel has no filters; programs run far slower than they would");
    }

    /// Nothing is ever on its way: a thread goes on when what it did was told.
    @Override
    public void drain() {}

    @Override
    public void close() throws IOException {
        for (TracedTree tree : trees) {
            tree.end();
        }
    }

    @Override
    public Optional<Asked> entering(Stop.Entering call) {
        if (!calls.isSet()) {
            return Optional.empty();
        }
        Optional<String> name = Architecture.isNative(call.architecture()) ? table.name(call.call()) : Optional.empty();
        if (name.isEmpty()) {
            calls.get().foreign();
            return Optional.empty();
        }
        if (!HeldCalls.ALL.contains(name.get()) && told.contains(name.get())) {
            return Optional.empty(); // what names no file is told once
        }
        HeldCall held = new HeldCall(new HeldThread(call.thread()), name.get(), call.arguments());
        try {
            return calls.get().ask(held);
        } catch (IOException e) {
            calls.get().unread(held.name(), e);
            return Optional.empty();
        }
    }

    @Override
    public void left(Asked asked, long result) {
        try {
            calls.get().tell(asked, new Outcome.Told(result));
            if (asked.ours()) { // of the runtime's it is not told
                told.add(asked.call().name());
            }
        } catch (IOException e) {
            calls.get().unread(asked.call().name(), e);
        }
    }

    @Override
    public void started(int thread) {
        if (calls.isSet()) {
            started(new HeldThread(thread));
        }
    }

    @Override
    public void failed(IOException reason) {
        if (recorder.isSet()) {
            recorder.get().lost(name(), 1);
            recorder.get().remark("ptrace stopped, and what it traced was killed: " + reason.getMessage());
        }
    }

    private void started(HeldThread thread) {
        try {
            calls.get().started(thread);
        } catch (IOException e) {
            calls.get().unread("the start of a program", e);
        }
    }
}
