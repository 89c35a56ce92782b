/// What an image is made of, told without running it: its layers, what they waste, how two images differ.
/// May use: `dev.cupel.inventory`, `dev.cupel.image`. Must not use: any other floor.
@NullMarked
package dev.cupel.inspect;

import org.jspecify.annotations.NullMarked;
