/// Processes of this machine: who they are beyond their number, signals without mistaking one for another, waiting for their
/// end, another program in this one's place, threads that change their own view of the system.
/// May use: `dev.cupel.linux`.
@NullMarked
package dev.cupel.linux.process;

import org.jspecify.annotations.NullMarked;
