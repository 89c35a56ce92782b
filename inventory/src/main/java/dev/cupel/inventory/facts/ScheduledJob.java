package dev.cupel.inventory.facts;

import dev.cupel.image.ImagePath;

/// A command that a scheduler would run: a line of a crontab, or a script in one of cron's folders.
///
/// @param when as written, such as `17 * * * *` or `daily`
public record ScheduledJob(ImagePath file, String when, String user, String command) {}
