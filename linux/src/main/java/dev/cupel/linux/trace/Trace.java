package dev.cupel.linux.trace;

import dev.cupel.linux.Descriptor;
import dev.cupel.linux.Errno;
import dev.cupel.linux.ErrnoException;
import dev.cupel.linux.bpf.Assembler;
import dev.cupel.linux.bpf.BpfProgram;
import dev.cupel.linux.calls.Arguments;
import dev.cupel.linux.calls.CallTable;
import dev.cupel.linux.calls.FileCalls;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The programs, loaded; from [#attach] on they follow one container.
public final class Trace implements AutoCloseable {
    /// Room for a hundred thousand different paths between two looks.
    public static final int RING_BYTES = 16 << 20;

    private static final String RINGS = "io_uring_submit_req"; // under this name since 6.3; before, its opens are fanotify's to see
    private static final String CAPABILITIES = "cap_capable"; // since 6.13
    private static final Set<String> OPTIONAL = Set.of(RINGS, CAPABILITIES);

    private final CallTable table;
    private final TraceMaps maps;
    private final Map<String, BpfProgram> programs;
    private final Deque<Descriptor> attached = new ArrayDeque<>();
    private final Set<String> absent = new HashSet<>();
    private long phase;

    private Trace(CallTable table, TraceMaps maps, Map<String, BpfProgram> programs) {
        this.table = table;
        this.maps = maps;
        this.programs = programs;
    }

    /// Loads the programs into this kernel. What it refuses comes out as the kernel said it (EPERM without CAP_BPF and
    /// CAP_PERFMON).
    ///
    /// @param cache a directory for what was learnt about this kernel build
    /// @param ringBytes a power of two; [#RING_BYTES] is right except in tests of losing
    public static Trace load(Path cache, int ringBytes) throws IOException {
        String osArch = System.getProperty("os.arch", "");
        Processor processor = Processor.named(osArch);
        KernelLayout layout = new LayoutCache(cache, processor).layout();
        CallTable table = CallTable.of(osArch);
        TraceMaps maps = TraceMaps.create(ringBytes);
        Map<String, BpfProgram> programs = new LinkedHashMap<>();
        try {
            for (Written one : written(processor, layout, table, maps)) {
                programs.put(one.tracepoint, BpfProgram.load(one.tracepoint, one.code));
            }
            for (Map.Entry<String, Arguments> call : FileCalls.all().entrySet()) {
                if (table.number(call.getKey()).isPresent()) {
                    maps.recipes().put(table.number(call.getKey()).getAsInt(), number(call.getValue().packed()));
                }
            }
            return new Trace(table, maps, programs);
        } catch (IOException e) {
            for (BpfProgram program : programs.values()) {
                program.close();
            }
            maps.close();
            throw e;
        }
    }

    /// Follows the processes of a control group, and of those below it, from now on.
    ///
    /// @param cgroup inode number of its directory in the version 2 hierarchy
    /// @param level how deep it lies below the root of the hierarchy, whose level is 0
    /// @param mountNamespace inode number of the container's mount namespace
    public void attach(long cgroup, int level, long mountNamespace) throws IOException {
        maps.settings().put(0, Settings.of(cgroup, level, mountNamespace));
        for (Map.Entry<String, BpfProgram> program : programs.entrySet()) {
            attach(program.getKey(), program.getValue());
        }
    }

    private void attach(String tracepoint, BpfProgram program) throws IOException {
        try {
            attached.push(program.attach(tracepoint));
        } catch (ErrnoException e) {
            if (!OPTIONAL.contains(tracepoint) || e.errno() != Errno.ENOENT) {
                throw e;
            }
            absent.add(tracepoint);
        }
    }

    /// From now on everything is reported once more when it happens again.
    public void beginPhase() throws IOException {
        phase++;
        maps.phase().put(0, number(phase));
    }

    /// Hands over everything that was reported before this call. One thread at a time.
    public void drain(Consumer<TraceEvent> reader) {
        maps.ring().drain(record -> reader.accept(TraceEvent.read(record)));
    }

    /// The system calls that programs of the container made so far, by name.
    public SortedSet<String> calls() throws IOException {
        SortedSet<String> made = new TreeSet<>();
        for (int number = 0; number < TraceMaps.CALL_NUMBERS; number++) {
            if (maps.calls().sumAt(number) > 0) {
                made.add(table.name(number).orElse("call " + number));
            }
        }
        return made;
    }

    /// The capabilities that programs of the container were asked for and had, by name; empty where this kernel does not tell.
    public Optional<SortedSet<String>> capabilities() throws IOException {
        if (absent.contains(CAPABILITIES)) {
            return Optional.empty();
        }
        SortedSet<String> granted = new TreeSet<>();
        for (int number = 0; number < TraceMaps.CAPABILITY_NUMBERS; number++) {
            if (maps.capabilities().sumAt(number) > 0) {
                granted.add(CapabilityNames.of(number));
            }
        }
        return Optional.of(granted);
    }

    /// The name of a call's number.
    public String name(int call) {
        return table.name(call).orElse("call " + call);
    }

    /// What went unreported so far; only losses that happened are in it.
    public Map<Loss, Long> losses() throws IOException {
        Map<Loss, Long> losses = new EnumMap<>(Loss.class);
        for (Loss loss : Loss.values()) {
            long count = maps.losses().sumAt(loss.index);
            if (count > 0) {
                losses.put(loss, count);
            }
        }
        return losses;
    }

    /// Stops following, but keeps what was reported; [#drain] still works.
    public void detach() throws IOException {
        while (!attached.isEmpty()) {
            attached.pop().close();
        }
    }

    @Override
    public void close() throws IOException {
        detach();
        for (BpfProgram program : programs.values()) {
            program.close();
        }
        maps.close();
    }

    private record Written(String tracepoint, Assembler code) {}

    /// In the order of attaching: who belongs to the container must be known before its calls are looked at.
    private static List<Written> written(Processor processor, KernelLayout layout, CallTable table, TraceMaps maps) {
        long secret = new SecureRandom().nextLong();
        Pieces end = new Pieces(new Assembler(), maps, layout);
        new ProcessLife(end).writeExit();
        Pieces fork = new Pieces(new Assembler(), maps, layout);
        new ProcessLife(fork).writeFork();
        Pieces start = new Pieces(new Assembler(), maps, layout);
        new ProgramStart(start, new Once(start, secret)).write();
        Pieces exit = new Pieces(new Assembler(), maps, layout);
        new SystemCallExit(processor, exit, new Once(exit, secret)).write();
        Pieces entry = new Pieces(new Assembler(), maps, layout);
        new SystemCallEntry(entry)
                .write(
                        numbers(table, "exit", "exit_group"),
                        numbers(table, "chdir", "chroot", "pivot_root"),
                        table.number("execveat").orElseThrow());
        Pieces capability = new Pieces(new Assembler(), maps, layout);
        new CapabilityCheck(capability).write();
        List<Written> all = new ArrayList<>(List.of(
                new Written("sched_process_exit", end.code()),
                new Written("sched_process_fork", fork.code()),
                new Written("sched_process_exec", start.code()),
                new Written("sys_exit", exit.code()),
                new Written("sys_enter", entry.code()),
                new Written(CAPABILITIES, capability.code())));
        if (layout.hasRings()) {
            Pieces ring = new Pieces(new Assembler(), maps, layout);
            new RingRequest(ring, new Once(ring, secret)).write(operations(table, layout));
            all.add(new Written(RINGS, ring.code()));
        }
        return all;
    }

    /// linux/io_uring.h, `enum io_uring_op`; the numbers never change.
    private static List<RingRequest.Operation> operations(CallTable table, KernelLayout layout) {
        int how = layout.of(KernelField.OPEN_HOW);
        int open = table.number("openat2").orElseThrow();
        int status = table.number("statx").orElseThrow();
        int unlink = table.number("unlinkat").orElseThrow();
        int make = table.number("mkdirat").orElseThrow();
        int rename = table.number("renameat2").orElseThrow();
        int none = RingRequest.NO_FLAGS;
        return List.of(
                new RingRequest.Operation(18, open, KernelField.OPEN_DIRECTORY, KernelField.OPEN_NAME, how),
                new RingRequest.Operation(28, open, KernelField.OPEN_DIRECTORY, KernelField.OPEN_NAME, how),
                new RingRequest.Operation(21, status, KernelField.STATX_DIRECTORY, KernelField.STATX_NAME, none),
                new RingRequest.Operation(35, rename, KernelField.RENAME_DIRECTORY, KernelField.RENAME_NAME, none),
                new RingRequest.Operation(36, unlink, KernelField.UNLINK_DIRECTORY, KernelField.UNLINK_NAME, none),
                new RingRequest.Operation(37, make, KernelField.MKDIR_DIRECTORY, KernelField.MKDIR_NAME, none));
    }

    private static List<Integer> numbers(CallTable table, String... names) {
        return Stream.of(names).map(name -> table.number(name).orElseThrow()).toList();
    }

    private static ByteBuffer number(long value) {
        return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(0, value);
    }
}
