package dev.cupel.observe.sensor;

import java.util.List;
import java.util.Optional;

/// What a system call asks for, read before it is carried out.
///
/// @param paths that it names
/// @param caller the program that makes it
/// @param ours whether that is a program of the container, and not the runtime preparing it
/// @param address the socket address of connect and bind, a character a byte; else empty
/// @param socket what the first argument of bind and listen leads to; else empty
record Asked(HeldCall call, List<HeldCall.Named> paths, String caller, boolean ours, String address, Optional<String> socket) {}
