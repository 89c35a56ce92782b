package dev.cupel.image.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerFuzzTest {
    @FuzzTest
    void any_bytes_are_an_answer_or_malformed(FuzzedDataProvider data) throws IOException {
        try {
            read(data.consumeRemainingAsBytes()).bytes(1 << 20);
        } catch (MalformedHttp expected) {
            assertThat(expected).hasMessageMatching("(?s).{1,300}");
        }
    }

    @Test
    void a_chunked_body_comes_out_without_its_framing() throws IOException {
        String answer = String.join("\r\n",
                "HTTP/1.1 100 Continue", "", "HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "Api-Version: 1.41", "",
                "4;x=y", "Wiki", "5", "pedia", "0", "A: b", "", "");

        HttpAnswer read = read(answer.getBytes(StandardCharsets.US_ASCII));

        assertThat(read.bytes(100)).asString().isEqualTo("Wikipedia");
        assertThat(read.field("api-version")).contains("1.41");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Length: 10\r\n\r\nshort",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nab",
        "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
        "Transfer-Encoding: gzip\r\n\r\nx",
        "Content-Length: -1\r\n\r\n"
    })
    void a_body_that_is_cut_or_lies_is_malformed(String rest) {
        byte[] answer = ("HTTP/1.1 200 OK\r\n" + rest).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> read(answer).bytes(100)).isInstanceOf(MalformedHttp.class);
    }

    private static HttpAnswer read(byte[] bytes) throws IOException {
        return HttpAnswer.read(new ByteArrayInputStream(bytes), "GET", () -> {});
    }
}
