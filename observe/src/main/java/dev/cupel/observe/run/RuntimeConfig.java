package dev.cupel.observe.run;

import dev.cupel.observe.sensor.SeccompRequest;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The file that tells an OCI runtime what to make (OCI runtime-spec 1.0, config.md and config-linux.md).
///
/// @param root where the container's root is mounted
/// @param mounts besides the system's own
record RuntimeConfig(
        String root,
        ContainerProcess process,
        List<MountSpec> mounts,
        RunPlan plan,
        HostSide host) {
    private static final JsonMapper JSON = JsonMapper.shared();

    byte[] json() {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.put("ociVersion", "1.0.2");
        config.put("hostname", plan.hostname());
        config.putObject("root").put("path", root).put("readonly", false);
        config.set("process", processNode(process));
        putMounts(config.putArray("mounts"));
        putLinux(config.putObject("linux"));
        return JSON.writeValueAsBytes(config);
    }

    /// A command to be run beside the first process (`runc exec --process`).
    byte[] json(ContainerProcess other) {
        return JSON.writeValueAsBytes(processNode(other));
    }

    private ObjectNode processNode(ContainerProcess one) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("terminal", false);
        node.put("cwd", one.directory().text());
        node.put("noNewPrivileges", false);
        node.put("oomScoreAdj", 500); // before anything else of this machine, the container goes
        texts(node.putArray("args"), one.words());
        texts(node.putArray("env"), one.environment());
        putUser(node.putObject("user"), one.user());
        putCapabilities(node.putObject("capabilities"), one.user());
        ArrayNode limits = node.putArray("rlimits");
        putLimit(limits, "RLIMIT_NOFILE", Math.min(plan.limits().openFiles(), host.most().openFiles()));
        if (!host.namespace().isInitial()) {
            // In place of a control group's; counted by user and, since 5.14, in each user namespace for itself.
            putLimit(limits, "RLIMIT_NPROC", Math.min(plan.limits().processes(), host.most().processes()));
        }
        return node;
    }

    private static void putUser(ObjectNode node, ContainerUser user) {
        node.put("uid", user.uid()).put("gid", user.gid());
        ArrayNode groups = node.putArray("additionalGids");
        groups.add(user.gid()); // else a process could leave its own group to escape a file's group mode (CVE-2022-36109)
        user.groups().stream().filter(group -> group != user.gid()).forEach(groups::add);
    }

    /// Only root has them at hand; the bounding set is the same for all, as execve would have it.
    private static void putCapabilities(ObjectNode node, ContainerUser user) {
        texts(node.putArray("bounding"), Confinement.CAPABILITIES);
        if (user.isRoot()) {
            texts(node.putArray("effective"), Confinement.CAPABILITIES);
            texts(node.putArray("permitted"), Confinement.CAPABILITIES);
        }
    }

    private static void putLimit(ArrayNode limits, String type, long value) {
        limits.addObject().put("type", type).put("hard", value).put("soft", value);
    }

    /// Outer directories first, so that none hides another.
    private void putMounts(ArrayNode all) {
        systemMounts().forEach(mount -> put(all, mount));
        mounts.stream()
                .sorted(Comparator.comparing(MountSpec::target))
                .forEach(mount -> put(all, mount));
    }

    List<MountSpec> systemMounts() {
        return MountSpec.system(host.namespace(), plan.network());
    }

    private static void put(ArrayNode all, MountSpec mount) {
        ObjectNode node = all.addObject();
        node.put("destination", mount.target().text()).put("type", mount.type()).put("source", mount.source());
        texts(node.putArray("options"), mount.options());
    }

    private void putLinux(ObjectNode linux) {
        linux.put("rootfsPropagation", "rprivate");
        putNamespaces(linux.putArray("namespaces"));
        if (host.namespace().isInitial()) {
            linux.put("cgroupsPath", "/" + host.controlGroup());
            putResources(linux.putObject("resources"));
        }
        texts(linux.putArray("maskedPaths"), Confinement.MASKED);
        texts(linux.putArray("readonlyPaths"), Confinement.READ_ONLY);
        host.seccomp().ifPresent(request -> putSeccomp(linux.putObject("seccomp"), request));
        if (plan.network() == Network.LOOPBACK) {
            // As Docker: low ports need no capability in a network of one's own, and ping none at all.
            linux.putObject("sysctl")
                    .put("net.ipv4.ip_unprivileged_port_start", "0")
                    .put("net.ipv4.ping_group_range", "0 " + Math.min(Integer.MAX_VALUE, host.namespace().groups().last()));
        }
    }

    private static void putSeccomp(ObjectNode seccomp, SeccompRequest request) {
        seccomp.put("defaultAction", "SCMP_ACT_ALLOW");
        texts(seccomp.putArray("architectures"), SeccompRequest.architectures());
        request.listener().ifPresent(path -> seccomp.put("listenerPath", path.toString()));
        ObjectNode rule = seccomp.putArray("syscalls").addObject().put("action", request.action());
        texts(rule.putArray("names"), request.calls());
    }

    private void putNamespaces(ArrayNode namespaces) {
        for (String type : List.of("mount", "pid", "ipc", "uts")) {
            namespaces.addObject().put("type", type);
        }
        if (plan.network() != Network.HOST) {
            ObjectNode network = namespaces.addObject().put("type", "network");
            host.networkPath().ifPresent(path -> network.put("path", path));
        }
    }

    private void putResources(ObjectNode resources) {
        resources.putArray("devices").addObject().put("allow", false).put("access", "rwm");
        resources.putObject("pids").put("limit", plan.limits().processes());
        long memory = plan.limits().memoryBytes();
        if (memory > 0) {
            resources.putObject("memory").put("limit", memory).put("swap", memory);
        }
    }

    private static void texts(ArrayNode array, List<String> all) {
        all.forEach(array::add);
    }
}
