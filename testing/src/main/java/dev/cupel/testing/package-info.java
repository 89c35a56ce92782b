/// What tests of every floor share: saying what a test needs of the machine. Never shipped.
/// May use: JUnit, AssertJ, Jackson, the JDK. Must not use: any floor.
@NullMarked
package dev.cupel.testing;

import org.jspecify.annotations.NullMarked;
