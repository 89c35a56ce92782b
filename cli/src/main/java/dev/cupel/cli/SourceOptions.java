package dev.cupel.cli;

import dev.cupel.cli.value.RegistryHost;
import dev.cupel.image.credentials.ConfiguredCredentials;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.registry.RegistrySettings;
import dev.cupel.image.store.ContentStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// How images are fetched and sent.
final class SourceOptions {
    @Option(names = "--plain-http", paramLabel = "HOST", description = "Talk to this registry without TLS. *")
    private List<RegistryHost> plainHttp = List.of();

    Images images(ContentStore store, Progress progress) {
        return Images.ofThisMachine(store, settings(), progress);
    }

    RegistrySettings settings() {
        Set<String> hosts = plainHttp.stream().map(RegistryHost::text).collect(Collectors.toSet());
        return RegistrySettings.with(ConfiguredCredentials.ofThisMachine()).withPlainHttp(hosts);
    }
}
