/// HTTP as a registry client needs it: no answer may stall unnoticed, private certificate authorities count, and network
/// trouble is told apart from everything else. Start at [Transport].
/// May use: `java.net.http`, `dev.cupel.image`. Must not use: any other package of Cupel.
@NullMarked
package dev.cupel.image.registry.http;

import org.jspecify.annotations.NullMarked;
