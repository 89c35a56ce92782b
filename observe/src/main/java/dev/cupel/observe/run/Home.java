package dev.cupel.observe.run;

/// Where what a container writes ends up on this machine.
record Home(ScratchGuard guard, WrittenFiles written) {}
