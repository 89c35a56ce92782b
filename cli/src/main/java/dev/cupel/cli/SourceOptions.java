package dev.cupel.cli;

import dev.cupel.image.credentials.ConfiguredCredentials;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.progress.Progress;
import dev.cupel.image.registry.RegistrySettings;
import dev.cupel.image.store.ContentStore;
import java.util.HashSet;
import java.util.List;
import picocli.CommandLine.Option;

/// How images are fetched and sent.
final class SourceOptions {
    @Option(names = "--plain-http", paramLabel = "HOST[:PORT]", description = "Talk to this registry without TLS. Repeatable.")
    private List<String> plainHttp = List.of();

    Images images(ContentStore store, Progress progress) {
        RegistrySettings settings =
                RegistrySettings.with(ConfiguredCredentials.ofThisMachine()).withPlainHttp(new HashSet<>(plainHttp));
        return Images.ofThisMachine(store, settings, progress);
    }
}
