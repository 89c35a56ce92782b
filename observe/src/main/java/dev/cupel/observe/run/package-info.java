/// Runs containers: what to run and how ([RunPlan]), as whom and with what around it ([RuntimeConfig]), by which program
/// ([OciRuntime]), and what can be done with a container that is there ([Container]). Start at [EmbeddedEngine], which needs nobody,
/// or at [DockerEngine]; what both make is a [LocalContainer], and what they differ in a [Creation].
///
/// A container of Cupel's own has its own process numbers, mounts, network, host name and IPC, Docker's default capabilities, masked and
/// read-only paths and device list. It has no system call filter: Cupel's own run lasts minutes and is meant for images one
/// would run; whoever does not trust the image at all runs Cupel in a virtual machine.
/// May use: everything below on this floor, `dev.cupel.linux`, `dev.cupel.image`, Jackson.
@NullMarked
package dev.cupel.observe.run;

import org.jspecify.annotations.NullMarked;
