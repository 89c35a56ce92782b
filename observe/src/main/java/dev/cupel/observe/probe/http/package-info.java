/// Exercises HTTP servers: asks single requests, and finds out what to request next from what comes back: links, forms,
/// scripts, robots files, site maps, API descriptions, mutations. Start at [HttpProbing].
/// May use: `dev.cupel.observe.probe.transcript`, `dev.cupel.observe.probe.openapi`, `java.net`, jsoup, Jackson.
/// Must not use: the other probe packages.
@NullMarked
package dev.cupel.observe.probe.http;

import org.jspecify.annotations.NullMarked;
