package dev.cupel.observe.probe.protocol;

import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/// Holds the conversation of an [Ask.Talk].
public final class Conversation {
    private final Map<String, String> environment;
    private final Duration patience;

    /// @param environment the container's, which the passwords are taken from
    /// @param patience for the connection and for each reply
    public Conversation(Map<String, String> environment, Duration patience) {
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    /// Connects, logs in, says the lines. Call it on a thread inside the container's network.
    public Answer hold(Ask.Talk ask) {
        String password = environment.getOrDefault(ask.login().passwordVariable(), "");
        Replies replies = new Replies();
        try (Wire wire = Wire.connect(ask.port(), patience)) {
            speaker(ask.service(), new Credentials(ask.login().user(), password, ask.login().database()))
                    .speak(wire, ask.lines(), replies);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? "the connection broke" : e.getMessage();
            if (replies.isEmpty()) {
                return new Answer.Silent(reason);
            }
            replies.add("(" + reason + ")");
        }
        return new Answer.Talk(replies.all());
    }

    private static Speaker speaker(Service service, Credentials credentials) {
        return switch (service) {
            case REDIS -> new RedisSpeaker(credentials);
            case POSTGRES -> new PostgresSpeaker(credentials);
            case MYSQL -> new MysqlSpeaker(credentials);
            case MEMCACHED -> new MemcachedSpeaker();
            case AMQP -> new AmqpSpeaker();
            case SMTP, FTP -> new CodedLinesSpeaker();
            case POP3, IMAP, SSH, NATS, TCP, TLS, HTTP, HTTPS, H2C -> new PlainSpeaker();
        };
    }
}
