package dev.cupel.image.credentials;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The spellings under which configuration files and helpers know a registry.
record RegistryKey(String registry, String repository) {
    private static final String HUB = "docker.io";
    /// What `docker login` writes for Docker Hub.
    private static final String HUB_URL = "https://index.docker.io/v1/";

    /// What a helper program is asked for.
    String serverForHelper() {
        return registry.equals(HUB) ? HUB_URL : registry;
    }

    /// Keys to look for, after [#plain], the most specific first: Podman's file may have one per repository or folder.
    List<String> candidates() {
        Stream<String> folders = Stream.iterate(repository, path -> !path.isEmpty(), RegistryKey::parent)
                .map(path -> registry + "/" + path);
        Stream<String> hosts = registry.equals(HUB)
                ? Stream.of(HUB, "index.docker.io", "registry-1.docker.io")
                : Stream.of(registry);
        return Stream.concat(folders, hosts).map(RegistryKey::plain).toList();
    }

    /// A key of a file without scheme, version and trailing slash; the host in lower case.
    static String plain(String key) {
        String bare = key.replaceFirst("^https?://", "").replaceFirst("/+$", "").replaceFirst("/v[12]$", "");
        int slash = bare.indexOf('/');
        return slash < 0 ? bare.toLowerCase(Locale.ROOT) : bare.substring(0, slash).toLowerCase(Locale.ROOT) + bare.substring(slash);
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
