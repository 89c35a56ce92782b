package dev.cupel.image.registry;

import dev.cupel.image.credentials.Credentials;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a person can say about registries, and what tests replace.
///
/// @param plainHttp registries (`host[:port]`) to be asked without TLS; those on loopback are found out by asking
/// @param mirrors for a registry, the roots of others that have the same images; asked first, in order, for pulls only
/// @param stall the longest silence of a registry, in either direction
public record RegistrySettings(
        Credentials credentials,
        Set<String> plainHttp,
        Map<String, List<URI>> mirrors,
        RetryPolicy retries,
        Duration stall,
        InstantSource clock) {
    public RegistrySettings {
        plainHttp = Set.copyOf(plainHttp);
        mirrors = Map.copyOf(mirrors);
    }

    /// No mirrors, no plain registries, a minute's patience.
    public static RegistrySettings with(Credentials credentials) {
        return new RegistrySettings(
                credentials, Set.of(), Map.of(), RetryPolicy.standard(), Duration.ofMinutes(1), InstantSource.system());
    }

    public RegistrySettings withPlainHttp(Set<String> registries) {
        return new RegistrySettings(credentials, registries, mirrors, retries, stall, clock);
    }

    public RegistrySettings withMirrors(Map<String, List<URI>> byRegistry) {
        return new RegistrySettings(credentials, plainHttp, byRegistry, retries, stall, clock);
    }

    public RegistrySettings withRetries(RetryPolicy policy) {
        return new RegistrySettings(credentials, plainHttp, mirrors, policy, stall, clock);
    }

    public RegistrySettings withStall(Duration longest) {
        return new RegistrySettings(credentials, plainHttp, mirrors, retries, longest, clock);
    }
}
