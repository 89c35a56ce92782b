/// Reads Dockerfiles without losing a byte: every comment, blank and quote has its place, and what stands where is known to the
/// column. Start at [DockerfileReader]; [Stages] is the view by stage, [Scope] what variables are worth.
/// May use: `dev.cupel.image` (quoting), Jackson for the JSON form. Must not use: any other package of Cupel.
/// Spec: Dockerfile reference (docs.docker.com/reference/dockerfile, syntax 1.14); where that is silent, BuildKit's behaviour.
@NullMarked
package dev.cupel.lint.dockerfile;

import org.jspecify.annotations.NullMarked;
