package dev.cupel.observe.probe.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.observe.probe.document.MalformedDocument;
import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Borrowed;
import dev.cupel.observe.probe.transcript.Header;
import dev.cupel.observe.probe.transcript.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDescriptionTest {
    private static final Origin ORIGIN = new Origin(80, false);

    @Test
    void swagger_2_operations_become_requests_with_body_form_and_query() throws Exception {
        ApiDescription api = ApiDescription.read("""
                swagger: "2.0"
                basePath: /v1/
                paths:
                  /pets:
                    get:
                      parameters:
                        - {name: limit, in: query, type: integer, minimum: 1, maximum: 50}
                    post:
                      parameters:
                        - {name: pet, in: body, schema: {$ref: "#/definitions/Pet"}}
                  /login:
                    post:
                      consumes: [application/x-www-form-urlencoded]
                      parameters: [{name: user, in: formData, type: string}, {name: password, in: formData, type: string}]
                definitions:
                  Pet: {type: object, properties: {name: {type: string, example: Rex}, kind: {enum: [dog, cat]}}}
                """);

        assertThat(first(api, "GET", "/pets").target()).isEqualTo("/v1/pets?limit=1");
        assertThat(all(api, "GET", "/pets")).extracting(Ask.Http::target)
                .contains("/v1/pets?limit=50", "/v1/pets?limit=0", "/v1/pets?limit=51", "/v1/pets?limit=not-a-integer");
        assertThat(first(api, "POST", "/pets").body()).isEqualTo("{\"name\":\"Rex\",\"kind\":\"dog\"}");
        assertThat(first(api, "POST", "/login").body()).isEqualTo("user=cupel&password=Cupel-Probe-1");
        assertThat(first(api, "POST", "/login").headers()).contains(new Header("Content-Type", "application/x-www-form-urlencoded"));
    }

    @Test
    void openapi_3_1_schemas_with_choices_lists_and_inheritance_get_a_value() throws Exception {
        ApiDescription api = ApiDescription.read("""
                {"openapi": "3.1.0", "servers": [{"url": "https://api.example.com/base"}], "paths": {"/orders": {"post": {"requestBody": {"content":
                {"application/json": {"schema": {"allOf": [{"properties": {"id": {"type": "integer", "readOnly": true}, "at": {"type": "string",
                "format": "date-time"}}}], "properties": {"note": {"type": ["string", "null"]}, "lines": {"type": "array", "items": {"anyOf":
                [{"type": "null"}, {"type": "boolean"}]}}, "unit": {"const": "kg"}}}}}}}}}}
                """);

        assertThat(first(api, "POST", "/orders").target()).isEqualTo("/base/orders");
        assertThat(first(api, "POST", "/orders").body())
                .isEqualTo("{\"at\":\"2024-02-29T12:30:00Z\",\"note\":\"cupel\",\"lines\":[true],\"unit\":\"kg\"}");
    }

    @Test
    void an_id_seen_in_an_answer_stands_in_for_a_placeholder_without_example() throws Exception {
        ApiDescription api = ApiDescription.read("""
                {"openapi": "3.0.0", "paths": {"/pets/{id}/toys": {"get": {"parameters": [{"name": "id", "in": "path", "schema": {"type": "string"}}]}}}}
                """);
        Borrowed id = new Borrowed("http-3", "/id", "a1b2c3d4e5");

        Ask.Http request = new OperationRequests(ORIGIN, "", api.operations().getFirst(), Map.of("/pets", id)).all().getFirst();

        assertThat(request.target()).isEqualTo("/pets/a1b2c3d4e5/toys");
        assertThat(request.borrowed()).containsExactly(id);
    }

    @Test
    void a_schema_that_contains_itself_ends() throws Exception {
        ApiDescription api = ApiDescription.read("""
                {"openapi": "3.0.0", "paths": {"/t": {"post": {"requestBody": {"content": {"application/json": {"schema":
                {"$ref": "#/components/schemas/T"}}}}}}}, "components": {"schemas": {"T": {"type": "object", "properties": {
                "a": {"$ref": "#/components/schemas/T"}, "b": {"$ref": "#/components/schemas/T"}}}}}}
                """);

        assertThat(first(api, "POST", "/t").body()).hasSizeLessThan(20_000).contains("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "openapi: 3.0.0", "{\"paths\": {}}", "- a", "{\"openapi\": 1, \"paths\": []}", "a: &a [*a]"})
    void what_is_no_description_is_refused(String text) {
        assertThatThrownBy(() -> ApiDescription.read(text)).isInstanceOf(MalformedDocument.class);
    }

    @FuzzTest
    void any_text_is_a_description_or_malformed_and_its_requests_can_be_made(byte[] data) {
        List<Ask.Http> requests = new ArrayList<>();
        try {
            ApiDescription api = ApiDescription.read(new String(data, StandardCharsets.UTF_8));
            api.operations().forEach(one -> requests.addAll(new OperationRequests(ORIGIN, api.basePath(), one, Map.of()).all()));
        } catch (MalformedDocument e) {
            assertThat(e).hasMessageMatching("(?s).{5,1000}");
        }

        assertThat(requests).allMatch(ask -> ask.target().startsWith("/"));
    }

    private static List<Ask.Http> all(ApiDescription api, String method, String path) {
        Operation operation = api.operations().stream().filter(one -> one.method().equals(method) && one.path().equals(path)).findFirst().orElseThrow();
        return new OperationRequests(ORIGIN, api.basePath(), operation, Map.of()).all();
    }

    private static Ask.Http first(ApiDescription api, String method, String path) {
        return all(api, method, path).getFirst();
    }
}
