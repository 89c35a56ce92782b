package dev.cupel.image.engine;

import dev.cupel.image.engine.http.HttpAnswer;
import java.io.IOException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Lists the images that an engine has, without those between layers. Spec: Engine API, `GET /images/json`.
record ListImages() implements EngineCall<List<String>> {
    private static final String NAMELESS = "<none>:<none>";

    @Override
    public String action() {
        return "list its images";
    }

    @Override
    public EngineRequest request() {
        return EngineRequest.get("/images/json");
    }

    /// Names; of an image without one its id.
    @Override
    public List<String> read(HttpAnswer answer) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        for (JsonNode image : EngineJson.read(answer)) {
            List<String> tags = EngineJson.texts(image.path("RepoTags")).stream().filter(one -> !one.equals(NAMELESS)).toList();
            names.addAll(tags.isEmpty() ? List.of(image.path("Id").asString("")) : tags);
        }
        names.remove("");
        return List.copyOf(names);
    }
}
