package dev.sundog.gateway.source;

import dev.sundog.gateway.problem.HttpProblemException;
import dev.sundog.gateway.problem.Problem;
import dev.sundog.gateway.problem.ProblemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets nobody past without a key, and tells the controllers who came. */
public final class HttpSenders implements WebFilter {

    private static final String SENDER = HttpSenders.class.getName() + ".sender";
    private static final String HOOKS = "/v1/halo/";
    private static final String BEARER = "bearer ";

    private final SourceDirectory directory;

    HttpSenders(SourceDirectory directory) {
        this.directory = directory;
    }

    /** Who sent this request. */
    public static Sender of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(SENDER);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        // Halo's webhooks have no key but a name and a password, which their own controller checks.
        if (!path.startsWith("/v1/") || path.startsWith(HOOKS)) {
            return chain.filter(exchange);
        }
        var sender = key(exchange.getRequest().getHeaders()).flatMap(directory::find);
        if (sender.isEmpty()) {
            return Mono.error(new HttpProblemException(Problem.of(
                    ProblemType.UNAUTHENTICATED, "Send the key as Authorization: Bearer <key>, or as X-API-Key.")));
        }
        exchange.getAttributes().put(SENDER, sender.get());
        return chain.filter(exchange);
    }

    private static Optional<String> key(HttpHeaders headers) {
        @Nullable String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).trim());
        }
        return Optional.ofNullable(headers.getFirst("X-API-Key"));
    }
}
