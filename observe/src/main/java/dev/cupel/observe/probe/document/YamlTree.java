package dev.cupel.observe.probe.document;

import dev.cupel.image.Quoted;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Builds a tree out of YAML events without recursion. Keys are texts; an alias stands for the very node it names, so that
/// aliases of aliases cannot blow up memory, and one that names a node it lies in is refused.
final class YamlTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final int maxDepth;
    private final int maxNodes;
    private final ScalarResolver resolver;
    private final Deque<JsonNode> open = new ArrayDeque<>();
    private final Deque<Optional<String>> keys = new ArrayDeque<>();
    private final Map<Anchor, JsonNode> anchors = new HashMap<>();
    private Optional<JsonNode> root = Optional.empty();
    private int nodes;

    YamlTree(int maxDepth, int maxNodes, ScalarResolver resolver) {
        this.maxDepth = maxDepth;
        this.maxNodes = maxNodes;
        this.resolver = resolver;
    }

    /// The document's value; nothing at all is an empty map.
    JsonNode root() {
        return root.orElseGet(NODES::objectNode);
    }

    void accept(Event event) throws MalformedDocument {
        switch (event) {
            case ScalarEvent scalar when awaitsKey() -> key(scalar.getValue());
            case ScalarEvent scalar -> put(scalar, scalar(scalar));
            case MappingStartEvent start -> begin(start, NODES.objectNode());
            case SequenceStartEvent start -> begin(start, NODES.arrayNode());
            case CollectionEndEvent _ -> {
                open.pop();
                keys.pop();
            }
            case AliasEvent alias -> put(alias, named(alias.getAlias()));
            default -> { } // begin and end of stream and document, comments
        }
    }

    private void begin(NodeEvent start, JsonNode collection) throws MalformedDocument {
        if (awaitsKey()) {
            throw new MalformedDocument("a key is a list or a map; keys are texts");
        }
        if (open.size() >= maxDepth) {
            throw new MalformedDocument("it is nested deeper than " + maxDepth);
        }
        put(start, collection);
        open.push(collection);
        keys.push(Optional.empty());
    }

    private void put(NodeEvent event, JsonNode node) throws MalformedDocument {
        if (++nodes > maxNodes) {
            throw new MalformedDocument("it has more than " + maxNodes + " values");
        }
        if (!(event instanceof AliasEvent)) {
            event.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        }
        JsonNode parent = open.peek();
        if (parent == null) {
            if (root.isPresent()) {
                throw new MalformedDocument("it holds more than one document");
            }
            root = Optional.of(node);
        } else if (parent instanceof ArrayNode array) {
            array.add(node);
        } else if (parent instanceof ObjectNode object) {
            object.set(keys.pop().orElseThrow(), node);
            keys.push(Optional.empty());
        }
    }

    private boolean awaitsKey() {
        return open.peek() instanceof ObjectNode && keys.element().isEmpty();
    }

    private void key(String text) throws MalformedDocument {
        if (open.peek() instanceof ObjectNode object && object.has(text)) {
            throw new MalformedDocument("the key " + Quoted.of(text) + " stands twice in one map");
        }
        keys.pop();
        keys.push(Optional.of(text));
    }

    private JsonNode named(Anchor anchor) throws MalformedDocument {
        JsonNode node = anchors.get(anchor);
        if (node == null || awaitsKey() || open.contains(node)) {
            throw new MalformedDocument("the alias " + Quoted.of(anchor.getValue()) + " names nothing that it may stand for");
        }
        return node;
    }

    private JsonNode scalar(ScalarEvent event) {
        String text = event.getValue();
        if (!event.isPlain()) {
            return NODES.stringNode(text);
        }
        Tag tag = resolver.resolve(text, true);
        if (tag.equals(Tag.NULL)) {
            return NODES.nullNode();
        } else if (tag.equals(Tag.BOOL)) {
            return NODES.booleanNode(text.equalsIgnoreCase("true"));
        }
        boolean brief = text.length() <= 40;
        if (tag.equals(Tag.INT) && brief) {
            return integer(text);
        }
        boolean decimal = tag.equals(Tag.FLOAT) && brief && text.matches("[-+]?\\d*\\.?\\d+(?:[eE][-+]?\\d{1,2})?");
        return decimal ? NODES.numberNode(new BigDecimal(text)) : NODES.stringNode(text);
    }

    private static JsonNode integer(String text) {
        if (text.startsWith("0x") || text.startsWith("0o")) {
            return NODES.numberNode(new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8));
        }
        return NODES.numberNode(new BigInteger(text));
    }
}
