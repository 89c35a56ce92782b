package dev.cupel.observe.observation;

/// A socket that the container listens on (`/proc/PID/net/tcp`, `tcp6`, `udp`, `udp6`).
///
/// @param protocol `tcp` or `udp`
/// @param address the address as text: `0.0.0.0`, `::`, `127.0.0.1`
public record ListeningSocket(String protocol, String address, int port) {}
