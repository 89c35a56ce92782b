/// Finds facts about the system that lie in contents of files: certificates, secrets, jobs, services.
/// May use: `dev.cupel.inventory.cataloguer`, `.facts`, `.keystore`, `.secret`, `dev.cupel.image`.
/// Formats: RFC 7468 (PEM), crontab(5), systemd.service(5), LSB init scripts, supervisord 4 configuration.
@NullMarked
package dev.cupel.inventory.cataloguer.facts;

import org.jspecify.annotations.NullMarked;
