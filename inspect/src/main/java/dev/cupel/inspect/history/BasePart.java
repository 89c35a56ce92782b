package dev.cupel.inspect.history;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How many of the first steps are the base image's, and how we know. Nothing in an image says it for certain: a base usually ends
/// with its own CMD or ENTRYPOINT, and was usually made long before the rest.
///
/// @param steps 0 where no sign of a base was found
/// @param why a sentence for people
public record BasePart(int steps, String why) {
    private static final Duration LONG = Duration.ofHours(24);

    static BasePart of(List<Step> steps) {
        int lastLayer = -1;
        for (int i = 0; i < steps.size(); i++) {
            lastLayer = steps.get(i).layer().isPresent() ? i : lastLayer;
        }
        for (int i = lastLayer - 1; i >= 0; i--) {
            if (endsImage(steps.get(i)) && steps.get(i).layer().isEmpty()) {
                return new BasePart(i + 1, "its own " + steps.get(i).keyword() + " ends it, and layers follow");
            }
        }
        return byTime(steps, lastLayer);
    }

    private static boolean endsImage(Step step) {
        return step.keyword().equals("CMD") || step.keyword().equals("ENTRYPOINT");
    }

    /// Only the first long pause counts: layers out of a builder's cache make later ones.
    private static BasePart byTime(List<Step> steps, int lastLayer) {
        for (int i = 0; i < lastLayer; i++) {
            Optional<Instant> here = time(steps.get(i));
            Optional<Instant> next = time(steps.get(i + 1));
            if (here.isPresent() && next.isPresent() && Duration.between(here.get(), next.get()).compareTo(LONG) > 0) {
                long days = Duration.between(here.get(), next.get()).toDays();
                return new BasePart(i + 1, "the next step was made " + days + (days == 1 ? " day later" : " days later"));
            }
        }
        return new BasePart(0, "the history shows no base image");
    }

    private static Optional<Instant> time(Step step) {
        try {
            return step.created().isEmpty() ? Optional.empty() : Optional.of(Instant.parse(step.created()));
        } catch (DateTimeException e) {
            return Optional.empty(); // a builder's own idea of a date is no date
        }
    }
}
