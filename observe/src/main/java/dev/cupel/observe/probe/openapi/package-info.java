/// Turns a server's own description of its API (OpenAPI 3.0 and 3.1, Swagger 2.0) into requests. Start at [ApiDescription].
/// May use: `dev.cupel.observe.probe.transcript`, `dev.cupel.observe.probe.document`, Jackson's tree. Must not use: sockets.
@NullMarked
package dev.cupel.observe.probe.openapi;

import org.jspecify.annotations.NullMarked;
