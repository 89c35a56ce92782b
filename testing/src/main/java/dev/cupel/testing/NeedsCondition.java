package dev.cupel.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips loudly what cannot run here; in CI it lets the test begin and fails it.
final class NeedsCondition implements ExecutionCondition, BeforeEachCallback {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<Provision> missing = missing(context);
        if (missing.isEmpty() || inCi()) {
            return ConditionEvaluationResult.enabled("all it needs is here");
        }
        String reason = "SKIPPED " + context.getDisplayName() + ": " + wants(missing);
        System.err.println(reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        List<Provision> missing = missing(context);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("in CI nothing is skipped: " + wants(missing));
        }
    }

    private static boolean inCi() {
        return "true".equals(System.getenv("CI"));
    }

    private static String wants(List<Provision> missing) {
        return String.join("; ", missing.stream().map(one -> one + " is missing: " + one.remedy()).toList());
    }

    private static List<Provision> missing(ExtensionContext context) {
        Stream<Needs> declared = Stream.concat(
                Optional.ofNullable(context.getElement().map(element -> element.getAnnotation(Needs.class)).orElse(null)).stream(),
                Optional.ofNullable(context.getRequiredTestClass().getAnnotation(Needs.class)).stream());
        return declared.flatMap(needs -> Arrays.stream(needs.value()))
                .distinct()
                .filter(one -> !one.isThere(System.getenv()))
                .toList();
    }
}
