package dev.cupel.inventory.facts;

import dev.cupel.image.ImagePath;

/// A service that an init system knows.
///
/// @param manager `systemd`, `sysv`, `openrc`, `runit`, `s6`, `supervisor`
/// @param enabled whether it starts by itself where that init system runs
public record Service(ImagePath file, String manager, String name, String command, boolean enabled) {}
