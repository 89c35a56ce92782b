/// Writes results: for people, as JSON, as SARIF. Start at [ReportFormat].
/// May use: every package of this module, `dev.cupel.inventory.secret`, Jackson.
@NullMarked
package dev.cupel.lint.report;

import org.jspecify.annotations.NullMarked;
