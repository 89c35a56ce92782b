package dev.cupel.observe.probe.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cupel.observe.probe.LocalServer;
import dev.cupel.observe.probe.NginxSite;
import dev.cupel.observe.probe.comparison.Difference;
import dev.cupel.observe.probe.comparison.TranscriptComparison;
import dev.cupel.observe.probe.transcript.Answer;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Exchange;
import dev.cupel.observe.probe.transcript.Transcript;
import dev.cupel.testing.Needs;
import dev.cupel.testing.Provision;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Needs(Provision.NGINX)
class WebSiteTest {
    @TempDir
    Path directory;

    private NginxSite site;
    private ProbePlan plan;

    @BeforeEach
    void build() throws Exception {
        site = new NginxSite(directory);
        plan = Plans.forPorts(site.port());
    }

    @Test
    void every_page_that_something_leads_to_is_asked_for() throws Exception {
        Transcript transcript = performed();

        assertThat(transcript.exchanges()).extracting(one -> one.ask().label()).contains(
                "GET /", "GET /style.css", "GET /more.css", "GET /paper.png", "GET /app.js", "GET /data/items.json", "GET /hidden.html",
                "GET /about.html", "GET /deep/er/page.html?x=1", "GET /logo.png", "GET /logo-2x.png", "GET /find.html?q=cupel",
                "GET /secret/", "GET /map.xml", "GET /listed.html");
    }

    @Test
    void no_request_leaves_the_server() throws Exception {
        Transcript transcript = performed();

        assertThat(transcript.exchanges()).extracting(Exchange::ask).filteredOn(Ask.Http.class::isInstance)
                .allSatisfy(ask -> assertThat(((Ask.Http) ask).origin().port()).isEqualTo(site.port()));
        assertThat(transcript.exchanges()).extracting(one -> one.ask().label()).noneMatch(label -> label.contains("elsewhere"));
    }

    @Test
    void error_pages_encodings_conditions_and_ranges_are_answered() throws Exception {
        Transcript transcript = performed();

        assertThat(transcript.exchanges().stream().map(Exchange::answer).filter(Answer.Http.class::isInstance)
                        .map(answer -> ((Answer.Http) answer).status()).distinct().sorted())
                .contains(200, 206, 304, 400, 404, 405, 413, 414, 416);
        assertThat(transcript.complete()).isTrue();
    }

    @Test
    void the_same_server_again_shows_no_difference() throws Exception {
        Transcript first = performed();

        assertThat(new TranscriptComparison(List.of(first, replayed(first))).with(replayed(first))).isEmpty();
    }

    @Test
    void one_run_of_the_original_is_enough_for_a_static_site() throws Exception {
        Transcript first = performed();

        assertThat(new TranscriptComparison(List.of(first)).with(replayed(first))).isEmpty();
    }

    @Test
    void a_page_that_is_gone_is_a_difference() throws Exception {
        Transcript first = performed();

        site.delete("hidden.html");

        assertThat(new TranscriptComparison(List.of(first)).with(replayed(first)))
                .filteredOn(Difference.OtherStatus.class::isInstance)
                .extracting(Difference::summary)
                .contains("GET /hidden.html: status 404 instead of 200");
    }

    @Test
    void an_error_page_that_is_gone_is_a_difference_although_the_status_stays() throws Exception {
        Transcript first = performed();

        site.delete("404.html");

        assertThat(new TranscriptComparison(List.of(first)).with(replayed(first)))
                .anySatisfy(one -> assertThat(one).isInstanceOfSatisfying(Difference.OtherText.class, text -> {
                    assertThat(text.label()).isEqualTo("GET /cupel-no-such-page");
                    assertThat(text.original()).contains("Nothing here");
                }));
    }

    @Test
    void a_word_that_changed_is_a_difference() throws Exception {
        Transcript first = performed();

        site.write("about.html", "<html><body><a href='deep/er/page.html?x=1'>Dapper</a></body></html>");

        assertThat(new TranscriptComparison(List.of(first)).with(replayed(first)))
                .filteredOn(Difference.OtherText.class::isInstance)
                .extracting(Difference::summary)
                .anyMatch(summary -> summary.contains("Dapper"));
    }

    @Test
    void phases_are_named_after_the_requests() throws Exception {
        try (LocalServer server = site.start()) {
            new Probing(Ticker.system()).perform(plan, server, _ -> {});

            assertThat(server.phases()).contains("start", "GET /", "GET /about.html", "survey");
        }
    }

    private Transcript performed() throws Exception {
        try (LocalServer server = site.start()) {
            return new Probing(Ticker.system()).perform(plan, server, _ -> {});
        }
    }

    private Transcript replayed(Transcript first) throws Exception {
        try (LocalServer server = site.start()) {
            return new Probing(Ticker.system()).replay(first.script(), plan, server, _ -> {});
        }
    }
}
