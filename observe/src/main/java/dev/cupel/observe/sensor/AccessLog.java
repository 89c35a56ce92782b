package dev.cupel.observe.sensor;

import dev.cupel.image.ImagePath;
import dev.cupel.observe.observation.Access;
import dev.cupel.observe.observation.AccessKind;
import dev.cupel.observe.observation.Elsewhere;
import dev.cupel.observe.observation.ListeningSocket;
import dev.cupel.observe.observation.Observations;
import dev.cupel.observe.observation.SensorReport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Gathers what all sensors of one run see into [Observations]: each access once, what is not of the image left out.
final class AccessLog implements Recorder {
    private record Key(ImagePath path, AccessKind kind, boolean found) {}

    private final Canary canary;
    private final Map<Key, Access> accesses = new HashMap<>();
    private final Set<ImagePath> files = new HashSet<>();
    private final Map<String, Set<ImagePath>> touched = new LinkedHashMap<>();
    private final SortedSet<String> systemCalls = new TreeSet<>();
    private final Set<ListeningSocket> listening = new LinkedHashSet<>();
    private final SortedSet<String> connected = new TreeSet<>();
    private final SortedSet<String> capabilities = new TreeSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();
    private Elsewhere elsewhere = new Elsewhere(List.of());
    private String phase = "start";
    private long lost;
    private boolean started;
    private boolean unseeable;

    AccessLog(Canary canary) {
        this.canary = canary;
    }

    /// Paths below these are other file systems and no content of the image.
    synchronized void leaveOut(List<String> mountPoints) {
        elsewhere = Elsewhere.of(mountPoints);
    }

    synchronized void begin(String label) {
        phase = label;
    }

    /// How many different paths of the image were found by programs of the container.
    synchronized long filesSeen() {
        return files.size();
    }

    @Override
    public synchronized String phase() {
        return phase;
    }

    @Override
    public synchronized void access(Access access) {
        if (canary.saw(access) || elsewhere.holds(access.path())) {
            return;
        }
        Key key = new Key(access.path(), access.kind(), access.found());
        accesses.merge(key, access, AccessLog::better);
        if (access.found() && !access.phase().equals(RUNTIME)) {
            files.add(access.path());
            touched.computeIfAbsent(access.phase(), _ -> new HashSet<>()).add(access.path());
        }
    }

    @Override
    public synchronized void started() {
        started = true;
    }

    @Override
    public synchronized void systemCall(String name) {
        systemCalls.add(name);
    }

    @Override
    public synchronized void listening(ListeningSocket socket) {
        listening.add(socket);
    }

    @Override
    public synchronized void connected(String peer) {
        connected.add(peer);
    }

    @Override
    public synchronized void capability(String name) {
        capabilities.add(name);
    }

    @Override
    public synchronized void lost(String sensor, long count) {
        lost += count;
        remarks.add(sensor + " lost events");
    }

    @Override
    public synchronized void unseeable(String text) {
        unseeable = true;
        remarks.add(text);
    }

    @Override
    public synchronized void remark(String text) {
        remarks.add(text);
    }

    /// Everything so far. A run is complete when nothing was lost, every canary was seen, and the command's start was.
    synchronized Observations observations(List<String> sensors, String kernel) {
        List<String> unseen = canary.unseen();
        unseen.forEach(name -> remarks.add("the canary " + name + " was not seen"));
        if (!started) {
            remarks.add("no program of the container was seen to start");
        }
        boolean complete = lost == 0 && unseen.isEmpty() && started && !unseeable;
        return new Observations(
                accesses.values().stream()
                        .sorted(Comparator.comparing(Access::path)
                                .thenComparing(Access::kind)
                                .thenComparing(Access::phase)
                                .thenComparing(Access::found))
                        .toList(),
                touched,
                systemCalls,
                List.copyOf(listening),
                connected,
                capabilities,
                new SensorReport(sensors, kernel, lost + unseen.size(), complete, List.copyOf(remarks)));
    }

    /// Equal accesses count once: the container's before the runtime's, one whose program is known before others.
    private static Access better(Access old, Access now) {
        boolean improvable = old.phase().equals(RUNTIME) || old.program().isEmpty();
        return improvable && !now.phase().equals(RUNTIME) ? now : old;
    }
}
