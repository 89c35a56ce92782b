/// Reads what Java programs keep in files: archives (jar, war) with their manifests, command lines of the JVM.
/// Start at [JarArchive] and [JvmArguments].
/// May use: the JDK. Must not use: anything that knows the image.
/// Spec: PKWARE APPNOTE 6.3.10 (zip); Java SE 25, "JAR File Specification"; JDK 25, "The java Command".
@NullMarked
package dev.cupel.inventory.java;

import org.jspecify.annotations.NullMarked;
