/// Finds the credentials that people already gave to Docker or Podman: their configuration files and helper programs.
/// Start at [Credentials]. Secrets leave this package only inside a [Credential], whose text never shows them.
/// May use: `dev.cupel.image`, Jackson, the JDK. Must not use: any other package of Cupel.
@NullMarked
package dev.cupel.image.credentials;

import org.jspecify.annotations.NullMarked;
