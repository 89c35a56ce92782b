package dev.cupel.observe.probe.http;

import dev.cupel.observe.probe.transcript.Ask;
import dev.cupel.observe.probe.transcript.Origin;
import java.util.List;
import java.util.stream.Stream;

/// Addresses that are asked for although nothing links to them: what crawlers, operators and browsers look for anyway.
final class Seeds {
    private static final List<String> CUSTOMARY = List.of(
            "/robots.txt", "/sitemap.xml", "/favicon.ico", "/index.html", "/index.php", "/manifest.json", "/.well-known/security.txt",
            "/health", "/healthz", "/ready", "/readyz", "/livez", "/ping", "/status", "/version", "/info", "/metrics",
            "/actuator", "/actuator/health", "/server-status", "/nginx_status", "/api", "/api/v1", "/graphql", "/login", "/register",
            "/admin", "/admin/", "/about", "/search", "/contact", "/static/", "/cgi-bin/", "/error", "/test",
            "/users", "/items", "/products", "/orders", "/posts", "/tasks", "/todos", "/api/users", "/api/items");
    private static final List<String> API_DESCRIPTIONS = List.of(
            "/openapi.json", "/openapi.yaml", "/openapi.yml", "/swagger.json", "/swagger.yaml", "/api-docs", "/v2/api-docs",
            "/v3/api-docs", "/api/openapi.json", "/api/swagger.json", "/api/schema/", "/swagger/v1/swagger.json", "/docs", "/redoc",
            "/swagger-ui/index.html", "/swagger-ui.html", "/apidocs/", "/apispec_1.json");

    private Seeds() {}

    static Stream<Ask.Http> of(Origin origin) {
        return Stream.of(List.of("/"), CUSTOMARY, API_DESCRIPTIONS).flatMap(List::stream).map(target -> Ask.Http.get(origin, target));
    }
}
