package dev.sundog.gateway.problem;

import dev.sundog.gateway.meters.GatewayMeters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every error: ours, the framework's and the unforeseen. Stands before Boot's own handler, so that nobody gets another
 * shape. Counts the refused events of requests that send some.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
final class HttpProblemHandler implements WebExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(HttpProblemHandler.class);

    private final JsonMapper json;
    private final GatewayMeters meters;

    HttpProblemHandler(JsonMapper json, GatewayMeters meters) {
        this.json = json;
        this.meters = meters;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        var problem = problem(error);
        if (problem.type() == ProblemType.INTERNAL && !DisconnectedClientHelper.isClientDisconnectedException(error)) {
            LOGGER.atError().setCause(error).log("request failed");
        }
        var path = exchange.getRequest().getPath().value();
        if (HttpMethod.POST.equals(exchange.getRequest().getMethod()) && path.startsWith("/v1/")) {
            meters.refused(problem.type().tag(), problem.events());
        }
        if (error instanceof ErrorResponse framework) {
            exchange.getResponse().getHeaders().putAll(framework.getHeaders());
        }
        return answer(exchange.getResponse(), problem, path);
    }

    private Mono<Void> answer(ServerHttpResponse response, Problem problem, String path) {
        response.setStatusCode(HttpStatusCode.valueOf(problem.type().status()));
        var headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sundog\"");
        }
        var retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        var body = json.writeValueAsBytes(ProblemBody.of(problem, path));
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Problem problem(Throwable error) {
        return switch (error) {
            case HttpProblemException ours -> ours.problem();
            case ErrorResponse framework -> problem(framework);
            default -> Problem.of(ProblemType.INTERNAL, "The fault is noted; nothing about the request has to change.");
        };
    }

    private static Problem problem(ErrorResponse framework) {
        var headers = framework.getHeaders();
        return switch (framework.getStatusCode().value()) {
            case 404 -> Problem.of(ProblemType.NOT_FOUND, "Nothing is served at this path.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "Allowed: " + headers.getAllow() + ".");
            case 406 -> Problem.of(ProblemType.NOT_ACCEPTABLE, "Send Accept: application/json, or none.");
            case 413 -> Problem.of(ProblemType.TOO_LARGE, "The body is too large.");
            case 415 -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json.");
            case 400 -> Problem.of(ProblemType.BAD_REQUEST, "The request cannot be understood.");
            default ->
                framework.getStatusCode().is4xxClientError()
                        ? Problem.of(ProblemType.BAD_REQUEST, "The request cannot be served.")
                        : Problem.of(ProblemType.INTERNAL, "The fault is noted.");
        };
    }
}
