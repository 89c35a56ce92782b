package dev.cupel.observe.probe.transcript.json;

import dev.cupel.image.Quoted;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The members of a JSON object, read with their type checked.
///
/// @param place where the object stands, for messages
record Fields(String place, JsonNode object) {
    static Fields of(String place, JsonNode node) throws MalformedTranscript {
        if (!node.isObject()) {
            throw new MalformedTranscript(place + " is not an object");
        }
        return new Fields(place, node);
    }

    String text(String name) throws MalformedTranscript {
        return text(place + "." + name, object.path(name));
    }

    long number(String name, long least, long most) throws MalformedTranscript {
        return number(place + "." + name, object.path(name), least, most);
    }

    boolean flag(String name) throws MalformedTranscript {
        JsonNode node = object.path(name);
        if (!node.isBoolean()) {
            throw new MalformedTranscript("%s.%s is neither true nor false".formatted(place, name));
        }
        return node.asBoolean();
    }

    boolean has(String name) {
        return object.has(name);
    }

    Fields child(String name) throws MalformedTranscript {
        return of(place + "." + name, object.path(name));
    }

    List<Fields> children(String name) throws MalformedTranscript {
        List<Fields> all = new ArrayList<>();
        for (JsonNode item : array(name)) {
            all.add(of("%s.%s[%d]".formatted(place, name, all.size()), item));
        }
        return all;
    }

    List<String> texts(String name) throws MalformedTranscript {
        List<String> all = new ArrayList<>();
        for (JsonNode item : array(name)) {
            all.add(text(place + "." + name, item));
        }
        return all;
    }

    SortedSet<Integer> ports(String name) throws MalformedTranscript {
        SortedSet<Integer> all = new TreeSet<>();
        for (JsonNode item : array(name)) {
            all.add((int) number(place + "." + name, item, 1, 65_535));
        }
        return all;
    }

    SortedMap<String, String> map(String name) throws MalformedTranscript {
        SortedMap<String, String> all = new TreeMap<>();
        Fields members = child(name);
        for (String key : members.object.propertyNames()) {
            all.put(key, members.text(key));
        }
        return all;
    }

    private JsonNode array(String name) throws MalformedTranscript {
        JsonNode node = object.path(name);
        if (!node.isArray()) {
            throw new MalformedTranscript("%s.%s is not a list".formatted(place, name));
        }
        return node;
    }

    private static String text(String place, JsonNode node) throws MalformedTranscript {
        if (!node.isString()) {
            throw new MalformedTranscript(place + " is not a text");
        }
        return node.asString();
    }

    private static long number(String place, JsonNode node, long least, long most) throws MalformedTranscript {
        BigInteger value = node.isIntegralNumber() ? node.asBigInteger() : BigInteger.valueOf(least).subtract(BigInteger.ONE);
        if (value.compareTo(BigInteger.valueOf(least)) < 0 || value.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new MalformedTranscript("%s is %s; it must be a whole number from %d to %d".formatted(
                    place, Quoted.of(node.toString()), least, most));
        }
        return value.longValueExact();
    }
}
