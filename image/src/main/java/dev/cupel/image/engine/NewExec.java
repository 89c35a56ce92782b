package dev.cupel.image.engine;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A command to be run in a running container.
///
/// @param environment `NAME=value`, on top of the container's
/// @param user empty for the container's own
public record NewExec(List<String> command, List<String> environment, String user) {
    public NewExec {
        command = List.copyOf(command);
        environment = List.copyOf(environment);
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("AttachStdout", true).put("AttachStderr", true);
        command.forEach(body.putArray("Cmd")::add);
        environment.forEach(body.putArray("Env")::add);
        return user.isEmpty() ? body : body.put("User", user);
    }
}
