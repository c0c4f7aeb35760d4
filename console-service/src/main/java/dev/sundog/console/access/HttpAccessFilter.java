package dev.sundog.console.access;

import dev.sundog.console.problem.HttpProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Asks the gate before anything else happens, and says with every answer what a browser may do with it. */
final class HttpAccessFilter extends OncePerRequestFilter {

    private static final String PAGES =
            "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none';" + " frame-ancestors 'none'";

    private final Gate gate;
    private final JsonMapper json;

    HttpAccessFilter(Gate gate, JsonMapper json) {
        this.gate = gate;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", PAGES);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        switch (gate.ask(caller(request))) {
            case SERVED -> chain.doFilter(request, response);
            case TOKEN_NEEDED -> {
                response.setHeader(
                        HttpHeaders.WWW_AUTHENTICATE,
                        Gate.isApi(request.getRequestURI()) ? "Bearer" : "Basic realm=\"Sundog\", charset=\"UTF-8\"");
                refuse(response, HttpStatus.UNAUTHORIZED, "token-needed", "show the console's token");
            }
            case FORBIDDEN ->
                refuse(
                        response,
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "without sundog.console.token only callers on this machine are served");
        }
    }

    private static Gate.Caller caller(HttpServletRequest request) throws IOException {
        var forwarded = request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null;
        return new Gate.Caller(
                request.getRequestURI(),
                request.getHeader(HttpHeaders.AUTHORIZATION),
                InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress(),
                request.getHeader(HttpHeaders.HOST),
                forwarded);
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(HttpProblem.of(status, code, detail)));
    }
}
