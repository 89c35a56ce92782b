package dev.cupel.observe.observation;

import dev.cupel.image.ImagePath;

/// One thing that was done to a path of the image during the run, told once however often it happened.
///
/// @param path as the program meant it: absolute inside the container, normal, links not yet followed
/// @param found false when the kernel answered ENOENT or ENOTDIR: the program asked for something that is not there
/// @param program the executable of the process, as a path inside the container; empty where no sensor saw it
/// @param phase the part of the run it was first seen in, such as `start`, `GET /users`, `stop`
/// @param sensor who saw it: `fanotify`, `ebpf`, `seccomp`, `ptrace`, or the name of an imported recording
public record Access(ImagePath path, AccessKind kind, boolean found, String program, String phase, String sensor) {}
