package dev.cupel.slim.analysis.system.rules;

import dev.cupel.slim.analysis.Need;
import dev.cupel.slim.analysis.system.glob.Glob;

/// What a rule keeps: the paths that fit, alone or with all below them.
record Kept(Glob paths, Need.Depth depth) {}
