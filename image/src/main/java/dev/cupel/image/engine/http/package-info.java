/// HTTP/1.1 over a Unix domain socket, which the JDK's own client cannot do: one request a connection, streamed both ways.
/// Start at [HttpChannel]. May use: the JDK, `dev.cupel.image`. Must not use: any other package of Cupel.
/// Spec: RFC 9112.
@NullMarked
package dev.cupel.image.engine.http;

import org.jspecify.annotations.NullMarked;
