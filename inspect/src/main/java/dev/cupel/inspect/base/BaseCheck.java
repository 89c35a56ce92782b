package dev.cupel.inspect.base;

import dev.cupel.image.CupelException;
import dev.cupel.image.Digest;
import dev.cupel.image.Platform;
import dev.cupel.image.exchange.Images;
import dev.cupel.image.manifest.Image;
import dev.cupel.image.reference.ImageName;
import dev.cupel.image.reference.ImageReference;
import dev.cupel.image.registry.transfer.RegistrySource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the registry of a base image what the base's name stands for now. Its manifest, configuration and tags are read, no layer.
///
/// @param platform of the image whose base it is
/// @param longest time for all of it
public record BaseCheck(Images images, Platform platform, Duration longest) {
    private static final int NAMED = 10;

    /// Whatever goes wrong on the way is an answer, too: what else is known of the image does not hang on it.
    public Freshness of(BaseView view, List<Digest> diffIds) throws IOException {
        Optional<ImageName> name = name(view.base().name());
        if (name.isEmpty()) {
            return Freshness.unknown(view.base().name().isEmpty()
                    ? "the image does not name its base image, and no image that came through this store has its lowest layers"
                    : "its base is named so that no registry can be asked");
        }
        try (ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            return within(tasks.submit(() -> asked(name.get(), view, diffIds)));
        }
    }

    /// The name may be an attacker's, and so the registry: it must not hold anybody up.
    private Freshness within(Future<Freshness> answer) throws IOException {
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Freshness.unknown("the registry of the base image gave no answer within " + longest.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CupelException known) {
                return Freshness.unknown(String.valueOf(known.getMessage()));
            }
            throw new IOException("the base image's registry cannot be asked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a registry was asked");
        } finally {
            answer.cancel(true);
        }
    }

    private static Optional<ImageName> name(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return switch (Images.parse(text)) {
                case ImageReference.Anywhere(var name) -> Optional.of(name.withTag(name.tagOrLatest()));
                case ImageReference.InRegistry(var name) -> Optional.of(name.withTag(name.tagOrLatest()));
                case ImageReference.InEngine(var name) -> Optional.of(name.withTag(name.tagOrLatest()));
                default -> Optional.empty();
            };
        } catch (CupelException e) {
            return Optional.empty();
        }
    }

    private Freshness asked(ImageName name, BaseView view, List<Digest> diffIds) throws IOException {
        RegistrySource registry = images.registry(name);
        Optional<Digest> digest = registry.digest();
        Image now = registry.outline(platform, images.store());
        List<String> newer = new NewerTags(name.tagOrLatest()).of(tags(registry));
        String today = digest.orElse(now.manifest().digest()).toString();
        boolean same = KnownBase.isBelow(now.config().diffIds(), diffIds) || view.base().digest().equals(today);
        Optional<Long> days = same ? Optional.empty() : days(view.baseCreated(), now.config().created());
        String told = same
                ? name.familiar() + " still has the layers that this image is built on"
                : name.familiar() + " has other layers now" + days.map(n -> n > 0 ? ", made " + n + (n == 1 ? " day later" : " days later") : "").orElse("");
        return new Freshness(
                same ? Freshness.State.CURRENT : Freshness.State.BEHIND, told, today, days, newer.stream().limit(NAMED).toList(), newer.size());
    }

    /// Some registries keep their lists to themselves.
    private static List<String> tags(RegistrySource registry) throws IOException {
        try {
            return registry.tags();
        } catch (CupelException e) {
            return List.of();
        }
    }

    private static Optional<Long> days(String before, String after) {
        try {
            return Optional.of(Duration.between(Instant.parse(before), Instant.parse(after)).toDays());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
