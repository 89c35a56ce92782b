package dev.cupel.image.engine;

import dev.cupel.image.Quoted;
import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Describes one container. Spec: Engine API, `GET /containers/{id}/json`.
record InspectContainer(String id) implements EngineCall<ContainerState> {
    @Override
    public String action() {
        return "inspect the container " + Quoted.of(id);
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.get("/containers/" + EngineRequest.encoded(id) + "/json");
    }

    @Override
    public ContainerState read(HttpAnswer answer) throws IOException {
        JsonNode container = EngineJson.read(answer);
        JsonNode state = container.path("State");
        String name = container.path("Name").asString("");
        return new ContainerState(
                container.path("Id").asString(""),
                name.startsWith("/") ? name.substring(1) : name,
                state.path("Status").asString(""),
                state.path("Pid").asInt(0),
                state.path("ExitCode").asInt(0),
                state.path("OOMKilled").asBoolean(false),
                state.path("Health").path("Status").asString("").replace("none", ""),
                container.path("GraphDriver").path("Data").path("MergedDir").asString(""),
                container.path("Mounts").valueStream().map(mount -> mount.path("Destination").asString("")).toList(),
                addresses(container.path("NetworkSettings").path("Networks")),
                published(container.path("NetworkSettings").path("Ports")));
    }

    private static List<String> addresses(JsonNode networks) {
        return networks.valueStream()
                .map(network -> network.path("IPAddress").asString(""))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static Map<String, String> published(JsonNode ports) {
        Map<String, String> published = new TreeMap<>();
        ports.propertyStream()
                .filter(port -> port.getValue().has(0))
                .forEach(port -> published.put(
                        port.getKey(),
                        port.getValue().path(0).path("HostIp").asString("") + ":"
                                + port.getValue().path(0).path("HostPort").asString("")));
        return published;
    }
}
