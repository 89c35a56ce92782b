/// What Perl's installers write down: lists of files, the log of installations, the metadata of distributions.
/// May use: `dev.cupel.image`.
/// Formats: ExtUtils::Packlist, perllocal(1) as ExtUtils::Command::MM writes it, CPAN::Meta::Spec 2.
@NullMarked
package dev.cupel.inventory.perl;

import org.jspecify.annotations.NullMarked;
