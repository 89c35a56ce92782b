package dev.cupel.observe.probe.openapi;

import dev.cupel.observe.probe.transcript.PlausibleValue;
import tools.jackson.databind.JsonNode;

/// A text that a string schema allows, as far as its format and length tell; its pattern is not solved.
final class PlausibleText {
    private PlausibleText() {}

    static String of(JsonNode schema, String name) {
        String text = switch (schema.path("format").asString("")) {
            case "date" -> "2024-02-29";
            case "date-time" -> "2024-02-29T12:30:00Z";
            case "time" -> "12:30:00";
            case "email" -> "probe@example.com";
            case "uuid" -> "6f1e8d9a-2c41-4c0b-9f0e-0d8c5a7b3e21";
            case "uri", "url" -> "http://127.0.0.1/";
            case "hostname" -> "probe.example.com";
            case "ipv4" -> "192.0.2.1";
            case "ipv6" -> "2001:db8::1";
            case "byte" -> "Y3VwZWw=";
            case "password" -> "Cupel-Probe-1";
            default -> PlausibleValue.named(name);
        };
        int shortest = Math.clamp(schema.path("minLength").asInt(0), 0, 1_000);
        int longest = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        String filled = text.length() < shortest ? text + "x".repeat(shortest - text.length()) : text;
        return longest >= 0 && filled.length() > longest ? filled.substring(0, longest) : filled;
    }
}
