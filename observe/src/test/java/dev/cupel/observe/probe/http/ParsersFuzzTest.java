package dev.cupel.observe.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;

class ParsersFuzzTest {
    private static final Origin ORIGIN = new Origin(80, false);
    private static final HttpLimits LIMITS = new HttpLimits(HttpLimits.USUAL.request(), 1 << 16, 1 << 14, 10, 1);

    @FuzzTest
    void any_bytes_are_a_response_or_malformed(byte[] data) {
        try {
            var answer = new ResponseReader(new ByteArrayInputStream(data), LIMITS).read("GET");
            assertThat(answer.body().sizeBytes()).isBetween(0L, LIMITS.bodyBytes());
        } catch (MalformedResponse e) {
            assertThat(e).hasMessageMatching("(?s).{5,1000}");
        } catch (IOException e) {
            throw new AssertionError("reading from memory cannot break", e);
        }
    }

    @FuzzTest
    void any_page_gives_targets_that_begin_with_a_slash(byte[] data) {
        Document page = PageReader.parse(text(data));

        assertThat(new PageReader(ORIGIN, "/a/b?c").links(page)).allMatch(target -> target.startsWith("/"));
        assertThat(new FormReader(ORIGIN, "/a", "http-1").requests(page)).allMatch(ask -> ask.target().startsWith("/"));
    }

    @FuzzTest
    void any_robots_file_and_site_map_gives_targets_that_begin_with_a_slash(byte[] data) {
        RobotsFile robots = RobotsFile.read(text(data));
        SiteMapFile map = SiteMapFile.read(text(data));

        assertThat(List.of(robots.paths(), map.pages(), map.siteMaps())).allSatisfy(targets ->
                assertThat(targets).allMatch(target -> target.startsWith("/")));
    }

    @FuzzTest
    void any_script_is_searched(byte[] data) {
        assertThat(ScriptReader.addressesInScript(text(data))).noneMatch(one -> one.startsWith("//"));
        assertThat(ScriptReader.addressesInStyle(text(data))).noneMatch(String::isBlank);
        assertThat(ScriptReader.addressesInJson(text(data))).noneMatch(String::isBlank);
    }

    @FuzzTest
    void any_request_has_a_head_that_ends_once(byte[] data) {
        Ask.Http ask = Ask.Http.get(ORIGIN, "/" + text(data)).withHeader("X", text(data));

        String sent = new String(RequestBytes.of(ask, List.of()), StandardCharsets.ISO_8859_1);

        assertThat(sent.indexOf("\r\n\r\n")).isEqualTo(sent.length() - 4);
    }

    private static String text(byte[] data) {
        return new String(data, StandardCharsets.UTF_8);
    }
}
