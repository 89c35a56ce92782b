package dev.cupel.image.registry;

import java.net.URI;

/// Where a registry answers.
///
/// @param registry as image names have it, such as `docker.io`
/// @param v2Root the root of the API, with `/v2/` at its end
record RegistryAddress(String registry, URI v2Root) {
    /// Docker Hub answers elsewhere than its images' names say.
    private static final String HUB_HOST = "registry-1.docker.io";

    static RegistryAddress of(String registry, boolean plain) {
        String host = registry.equals("docker.io") ? HUB_HOST : registry;
        return new RegistryAddress(registry, URI.create((plain ? "http://" : "https://") + host + "/v2/"));
    }

    boolean plain() {
        return "http".equals(v2Root.getScheme());
    }

    boolean isSameOrigin(URI uri) {
        return sameOrigin(v2Root, uri);
    }

    static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(String.valueOf(other.getScheme()))
                && one.getRawAuthority().equalsIgnoreCase(String.valueOf(other.getRawAuthority()));
    }
}
