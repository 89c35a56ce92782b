/// Facts about the system in an image that matter to who runs it: special files, accounts, tools, certificates, secrets, jobs.
/// Each fact is a small record; [SystemFacts] holds them all.
/// May use: `dev.cupel.image`.
@NullMarked
package dev.cupel.inventory.facts;

import org.jspecify.annotations.NullMarked;
