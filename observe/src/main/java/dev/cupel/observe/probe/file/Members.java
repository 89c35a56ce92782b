package dev.cupel.observe.probe.file;

import dev.cupel.image.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The members of one map in a probe file. What is written wrongly is told with its place; what is unknown is wrong.
record Members(String place, JsonNode node) {
    static Members of(String place, JsonNode node) throws MalformedProbeFile {
        if (!node.isObject()) {
            throw new MalformedProbeFile(place + " is not a map of keys and values");
        }
        return new Members(place, node);
    }

    void only(Set<String> known) throws MalformedProbeFile {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new MalformedProbeFile("%s: %s is not a key here; it may have %s".formatted(
                        place, Quoted.of(name), String.join(", ", known.stream().sorted().toList())));
            }
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    Members child(String name) throws MalformedProbeFile {
        return of(place + ", " + name, node.path(name));
    }

    /// The text; numbers and truth values are taken as written. Empty if it is not there.
    String text(String name) throws MalformedProbeFile {
        return text(name, node.path(name));
    }

    /// One text or a list of them; empty if it is not there.
    List<String> texts(String name) throws MalformedProbeFile {
        List<String> all = new ArrayList<>();
        if (node.path(name).isArray()) {
            for (JsonNode item : node.path(name)) {
                all.add(text(name, item));
            }
        } else if (has(name)) {
            all.add(text(name));
        }
        return all;
    }

    SortedMap<String, String> map(String name) throws MalformedProbeFile {
        SortedMap<String, String> all = new TreeMap<>();
        if (has(name)) {
            for (Map.Entry<String, JsonNode> member : child(name).node.properties()) {
                all.put(member.getKey(), text(name, member.getValue()));
            }
        }
        return all;
    }

    long number(String name, long otherwise, long least, long most) throws MalformedProbeFile {
        JsonNode value = node.path(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
            throw new MalformedProbeFile("%s: %s is %s; it must be a whole number from %d to %d".formatted(
                    place, name, Quoted.of(value.toString()), least, most));
        }
        return value.asLong();
    }

    boolean flag(String name) throws MalformedProbeFile {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new MalformedProbeFile("%s: %s is neither true nor false".formatted(place, name));
        }
        return value.asBoolean(false);
    }

    JsonNode list(String name) throws MalformedProbeFile {
        if (!node.path(name).isArray() || node.path(name).isEmpty()) {
            throw new MalformedProbeFile("%s has no list of %s".formatted(place, name));
        }
        return node.path(name);
    }

    private String text(String name, JsonNode value) throws MalformedProbeFile {
        if (value.isMissingNode()) {
            return "";
        }
        if (!value.isValueNode() || value.isNull()) {
            throw new MalformedProbeFile("%s: %s is not a text".formatted(place, name));
        }
        return value.asString();
    }
}
