package dev.cupel.image.engine;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A container to be created: its image, and what it differs in from what the image says. Every method changes this object and
/// returns it.
public final class NewContainer {
    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private final ObjectNode host = body.putObject("HostConfig");
    private String name = "";

    /// A container of this image, named by tag or id.
    public NewContainer(String image) {
        body.put("Image", image);
    }

    /// Without a name the engine makes one up.
    public NewContainer named(String newName) {
        name = newName;
        return this;
    }

    /// Replaces the image's entry point, and drops the image's command as `docker run --entrypoint` does; no words: no entry point.
    public NewContainer entrypoint(List<String> words) {
        // An empty array would mean the image's own: the engine takes one empty word for "none".
        texts(body, "Entrypoint", words.isEmpty() ? List.of("") : words);
        return this;
    }

    public NewContainer command(List<String> words) {
        texts(body, "Cmd", words);
        return this;
    }

    /// Lines `NAME=value`, on top of the image's.
    public NewContainer environment(List<String> lines) {
        texts(body, "Env", lines);
        return this;
    }

    public NewContainer user(String user) {
        body.put("User", user);
        return this;
    }

    public NewContainer workingDirectory(String directory) {
        body.put("WorkingDir", directory);
        return this;
    }

    public NewContainer label(String key, String value) {
        body.withObjectProperty("Labels").put(key, value);
        return this;
    }

    /// As in `docker run -v`: `source:target[:ro]`.
    public NewContainer bind(String bind) {
        host.withArrayProperty("Binds").add(bind);
        return this;
    }

    /// A file system in memory, with mount options such as `size=64m`.
    public NewContainer tmpfs(String mountPoint, String options) {
        host.withObjectProperty("Tmpfs").put(mountPoint, options);
        return this;
    }

    /// `bridge`, `host`, `none`, `container:ID`, or a network's name.
    public NewContainer network(String network) {
        host.put("NetworkMode", network);
        return this;
    }

    /// Gives every exposed port a free port of the host.
    public NewContainer publishAll() {
        host.put("PublishAllPorts", true);
        return this;
    }

    public NewContainer cgroupParent(String parent) {
        host.put("CgroupParent", parent);
        return this;
    }

    /// A capability on top of the engine's own set, without `CAP_`.
    public NewContainer capability(String capability) {
        host.withArrayProperty("CapAdd").add(capability);
        return this;
    }

    /// A restriction as in `docker run --security-opt`.
    public NewContainer securityOption(String option) {
        host.withArrayProperty("SecurityOpt").add(option);
        return this;
    }

    /// A limit as in `docker run --ulimit`, such as `nofile`.
    public NewContainer ulimit(String limit, long soft, long hard) {
        host.withArrayProperty("Ulimits").addObject().put("Name", limit).put("Soft", soft).put("Hard", hard);
        return this;
    }

    public NewContainer memoryBytes(long most) {
        host.put("Memory", most);
        return this;
    }

    /// Of memory and swap together.
    public NewContainer memoryAndSwapBytes(long most) {
        host.put("MemorySwap", most);
        return this;
    }

    /// Processes and threads at one time.
    public NewContainer processes(long most) {
        host.put("PidsLimit", most);
        return this;
    }

    public NewContainer hostname(String hostname) {
        body.put("Hostname", hostname);
        return this;
    }

    /// Keeps no log: what it writes is to be had by [EngineContainers#attach] alone.
    public NewContainer withoutLog() {
        host.putObject("LogConfig").put("Type", "none");
        return this;
    }

    /// The engine does not run the image's health check.
    public NewContainer withoutHealthCheck() {
        body.putObject("Healthcheck").putArray("Test").add("NONE");
        return this;
    }

    /// Keeps standard input open, as `docker run -i`.
    public NewContainer openInput() {
        body.put("OpenStdin", true);
        return this;
    }

    String name() {
        return name;
    }

    ObjectNode body() {
        return body;
    }

    private static void texts(ObjectNode object, String key, List<String> words) {
        words.forEach(object.putArray(key)::add);
    }
}
