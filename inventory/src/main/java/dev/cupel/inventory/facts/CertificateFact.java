package dev.cupel.inventory.facts;

import dev.cupel.image.ImagePath;
import java.time.Instant;

/// An X.509 certificate.
///
/// @param selfSigned its issuer is its subject
/// @param authority it may sign others
/// @param addedRoot it is in a bundle of trusted roots, and the distribution did not put it there
public record CertificateFact(
        ImagePath file,
        String subject,
        String issuer,
        Instant notBefore,
        Instant notAfter,
        String signatureAlgorithm,
        boolean selfSigned,
        boolean authority,
        boolean addedRoot) {}
