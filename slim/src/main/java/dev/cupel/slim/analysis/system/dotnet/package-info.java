/// What .NET programs need: their settings, the assemblies those list, the shared frameworks by version.
/// Start at [DotnetAnalyzer]. May use: `dev.cupel.slim.analysis`, `dev.cupel.image`, Jackson.
/// Spec: dotnet/runtime, "host/components" and "host/runtimeconfig-json".
@NullMarked
package dev.cupel.slim.analysis.system.dotnet;

import org.jspecify.annotations.NullMarked;
