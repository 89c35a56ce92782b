package dev.cupel.observe.probe.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Several runs' JSON of one answer. Members may come in any order; a value that differs between the runs may have any value
/// of its type; a list whose order or length differs may have any.
record JsonTemplate(List<JsonNode> originals) {
    // Numbers of the moment by the name of their member: two runs may show the same one by chance.
    private static final Pattern VOLATILE = Pattern.compile(
            "(?i)/[^/]*(time|uptime|stamp|elapsed|duration|latency|pid|memory|heap|rss|cpu|load|thread|random|nonce|free|used)[^/]*$");

    /// The first place where they differ: a JSON pointer and both values.
    record Departure(String pointer, String original, String now) {}

    /// Empty if the text is not JSON.
    static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = JsonMapper.shared().readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty(); // text is compared as text then
        }
    }

    Optional<Departure> departure(JsonNode now) {
        return departure("", originals, now);
    }

    private static Optional<Departure> departure(String pointer, List<JsonNode> originals, JsonNode now) {
        if (originals.contains(now)) {
            return Optional.empty();
        }
        if (originals.stream().allMatch(JsonNode::isObject) && now.isObject()) {
            return members(pointer, originals, now);
        }
        if (originals.stream().allMatch(JsonNode::isArray) && now.isArray()) {
            return items(pointer, originals, now);
        }
        return scalar(pointer, originals, now);
    }

    private static Optional<Departure> members(String pointer, List<JsonNode> originals, JsonNode now) {
        boolean stable = originals.stream().map(one -> List.copyOf(new TreeSet<>(one.propertyNames()))).distinct().count() == 1;
        for (String name : originals.getFirst().propertyNames()) {
            List<JsonNode> values = originals.stream().filter(one -> one.has(name)).map(one -> one.get(name)).toList();
            if (now.has(name)) {
                Optional<Departure> inside = departure(pointer + "/" + name, values, now.get(name));
                if (inside.isPresent()) {
                    return inside;
                }
            } else if (values.size() == originals.size()) {
                return Optional.of(new Departure(pointer + "/" + name, shown(values.getFirst()), ""));
            }
        }
        return now.propertyNames().stream()
                .filter(name -> stable && !originals.getFirst().has(name))
                .map(name -> new Departure(pointer + "/" + name, "", shown(now.get(name))))
                .findFirst();
    }

    private static Optional<Departure> items(String pointer, List<JsonNode> originals, JsonNode now) {
        int size = originals.getFirst().size();
        if (originals.stream().anyMatch(one -> one.size() != size)) {
            return Optional.empty();
        }
        if (now.size() != size) {
            return Optional.of(new Departure(pointer, size + " items", now.size() + " items"));
        }
        if (originals.stream().map(JsonTemplate::sorted).distinct().count() == 1 && originals.stream().distinct().count() > 1) {
            return sorted(now).equals(sorted(originals.getFirst()))
                    ? Optional.empty()
                    : Optional.of(new Departure(pointer, shown(originals.getFirst()), shown(now)));
        }
        for (int i = 0; i < size; i++) {
            int index = i;
            Optional<Departure> inside =
                    departure(pointer + "/" + i, originals.stream().map(one -> one.get(index)).toList(), now.get(i));
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Optional<Departure> scalar(String pointer, List<JsonNode> originals, JsonNode now) {
        if (now.isNumber() && originals.getFirst().isNumber() && VOLATILE.matcher(pointer).find()) {
            return Optional.empty();
        }
        boolean sameType = originals.stream().anyMatch(one -> one.getNodeType() == now.getNodeType());
        boolean varies = originals.stream().distinct().count() > 1;
        boolean fits = sameType && (varies
                ? !originals.stream().allMatch(JsonNode::isString) || textFits(originals, now)
                : now.isValueNode() && Normaliser.normal(now.asString()).equals(Normaliser.normal(originals.getFirst().asString())));
        return fits ? Optional.empty() : Optional.of(new Departure(pointer, shown(originals.getFirst()), shown(now)));
    }

    private static boolean textFits(List<JsonNode> originals, JsonNode now) {
        return TextTemplate.of(originals.stream().map(JsonNode::asString).toList()).departure(now.asString()).isEmpty();
    }

    private static List<String> sorted(JsonNode array) {
        List<String> items = new ArrayList<>();
        array.forEach(item -> items.add(item.toString()));
        items.sort(null);
        return items;
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return text.length() > 70 ? text.substring(0, 70) : text;
    }
}
