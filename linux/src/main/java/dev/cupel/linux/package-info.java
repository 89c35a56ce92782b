/// The only room with `java.lang.foreign`: raw system calls and errno. What is built of them (mounts, namespaces, sensors'
/// kernel halves) lives in the packages beside this one; nobody above the `linux` floor sees a segment or a descriptor.
/// May use: the JDK only.
@NullMarked
package dev.cupel.linux;

import org.jspecify.annotations.NullMarked;
