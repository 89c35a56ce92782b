package dev.cupel.cli;

import dev.cupel.vulnerability.channel.Channel;
import dev.cupel.vulnerability.channel.Mail;
import dev.cupel.vulnerability.channel.MailServer;
import dev.cupel.vulnerability.channel.SecretAddress;
import dev.cupel.vulnerability.channel.Slack;
import dev.cupel.vulnerability.channel.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// Whom news goes to.
final class ChannelOptions {
    private static final int IMPLICIT_TLS = 465;

    @Option(names = "--webhook", paramLabel = "URL", description = "Post the JSON of what changed there.")
    private @Nullable SecretAddress webhook;

    @Option(names = "--slack", paramLabel = "URL", description = "Post what changed as text, as Slack and its like take it.")
    private @Nullable SecretAddress slack;

    @Option(names = "--smtp", paramLabel = "HOST:PORT", description = "Mail what changed through this server.")
    private MailServer.@Nullable Address server;

    @Option(names = "--smtp-tls", paramLabel = "HOW", description = "starttls, implicit or none (default: implicit on port 465, else starttls).",
            completionCandidates = Choices.Protections.class)
    private MailServer.@Nullable Protection protection;

    @Option(names = "--smtp-user", paramLabel = "NAME", description = "Log in there with $CUPEL_SMTP_PASSWORD.")
    private String user = "";

    @Option(names = "--from", paramLabel = "ADDRESS", description = "Sender of the mail.")
    private String from = "";

    @Option(names = "--to", paramLabel = "ADDRESS", description = "Who gets the mail; repeatable.")
    private List<String> to = new ArrayList<>();

    /// All that are wanted; what does not go together is a misuse.
    List<Channel> open(Outgoing outgoing, Map<String, String> environment, CommandSpec spec) {
        List<Channel> all = new ArrayList<>();
        address(webhook, "CUPEL_WEBHOOK_URL", environment, spec).ifPresent(one -> all.add(new Webhook(one, outgoing.transport())));
        address(slack, "CUPEL_SLACK_URL", environment, spec).ifPresent(one -> all.add(new Slack(one, outgoing.transport())));
        if (server != null) {
            all.add(mail(server, environment, spec));
        } else if (!user.isEmpty() || !from.isEmpty() || !to.isEmpty() || protection != null) {
            throw new ParameterException(spec.commandLine(), "--smtp-tls, --smtp-user, --from and --to go with --smtp");
        }
        return all;
    }

    private static Optional<SecretAddress> address(@Nullable SecretAddress option, String variable, Map<String, String> environment, CommandSpec spec) {
        String text = environment.getOrDefault(variable, "");
        if (option != null || text.isEmpty()) {
            return Optional.ofNullable(option);
        }
        try {
            return Optional.of(SecretAddress.parse(text));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), variable + ": " + e.getMessage(), e);
        }
    }

    private Mail mail(MailServer.Address at, Map<String, String> environment, CommandSpec spec) {
        if (from.isEmpty() || to.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--smtp needs --from and --to");
        }
        String password = environment.getOrDefault("CUPEL_SMTP_PASSWORD", "");
        if (!user.isEmpty() && password.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--smtp-user needs the password in CUPEL_SMTP_PASSWORD");
        }
        MailServer.Protection usual = at.port() == IMPLICIT_TLS ? MailServer.Protection.IMPLICIT : MailServer.Protection.STARTTLS;
        try {
            return new Mail(new MailServer(at, protection == null ? usual : protection, user, password), from, to);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--smtp: " + e.getMessage(), e);
        }
    }
}
