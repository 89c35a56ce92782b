/// What secrets look like, and texts without them. Start at [SecretPatterns]; everything that Cupel prints out of an image's
/// configuration, history or Dockerfile goes through [SecretMask].
/// May use: the JDK.
@NullMarked
package dev.cupel.inventory.secret;

import org.jspecify.annotations.NullMarked;
