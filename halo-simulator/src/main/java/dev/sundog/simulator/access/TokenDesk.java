package dev.sundog.simulator.access;

import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Body;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.http.HttpJson;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/** The authorization server: issues tokens and knows them again. Safe from any thread. */
public final class TokenDesk {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, Application> applications = new ConcurrentHashMap<>();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final IntFunction<Map<String, String>> agents;
    private final IntSupplier lifeSeconds;
    private final InstantSource time;

    /**
     * @param agents what an {@code id_token} says of the agent with that id, such as name and email
     * @param lifeSeconds how long a token lives
     */
    public TokenDesk(
            List<Application> applications,
            IntFunction<Map<String, String>> agents,
            IntSupplier lifeSeconds,
            InstantSource time) {
        applications.forEach(one -> this.applications.put(one.clientId(), one));
        this.agents = agents;
        this.lifeSeconds = lifeSeconds;
        this.time = time;
    }

    /** Makes an application known, or replaces it. */
    public void register(Application application) {
        applications.put(application.clientId(), application);
    }

    public Answer answer(Call call) {
        String path = String.join("/", call.segments());
        return switch (path) {
            case "auth/token" -> call.method().equals("POST") ? token(call) : Answer.empty(405);
            case "auth/.well-known/openid-configuration" -> discovery(call.origin() + "/auth");
            default -> Answer.empty(404);
        };
    }

    /** Client id of the application that calls, by its token or its form; empty if it cannot be known. */
    public String application(Call call) {
        if (call.body() instanceof Body.Form(var fields) && fields.containsKey("client_id")) {
            String clientId = fields.getOrDefault("client_id", "");
            return applications.containsKey(clientId) ? clientId : "";
        }
        Grant grant = grants.get(bearer(call.header("authorization").orElse("")));
        return grant == null ? "" : grant.clientId();
    }

    /** Makes the token of a call worthless. */
    public void revoke(Call call) {
        grants.remove(bearer(call.header("authorization").orElse("")));
    }

    /** The grant behind an {@code Authorization} header, if it is a live token with at least one scope. */
    public Optional<Grant> grant(String authorization) {
        return Optional.ofNullable(grants.get(bearer(authorization)))
                .filter(grant -> grant.expires().isAfter(time.instant()))
                .filter(grant -> !grant.scopes().isEmpty());
    }

    private static String bearer(String authorization) {
        return authorization.regionMatches(true, 0, "Bearer ", 0, 7)
                ? authorization.substring(7).strip()
                : "";
    }

    /** Makes every token worthless. */
    public void revokeAll() {
        grants.clear();
    }

    private Answer token(Call call) {
        Map<String, String> form = new HashMap<>(call.body() instanceof Body.Form(var fields) ? fields : Map.of());
        call.header("authorization").ifPresent(header -> readBasic(header, form));
        String grantType = form.getOrDefault("grant_type", "");
        if (grantType.isEmpty()) {
            return error(400, "invalid_request", "The mandatory 'grant_type' parameter is missing.");
        }
        if (!grantType.equals("client_credentials")) {
            return error(400, "unsupported_grant_type", "The specified 'grant_type' is not supported.");
        }
        Application application = applications.get(form.getOrDefault("client_id", ""));
        if (application == null || !application.secret().equals(form.get("client_secret"))) {
            return error(401, "invalid_client", "The specified client credentials are invalid.");
        }
        Scopes requested = Scopes.of(form.getOrDefault("scope", ""));
        if (!application.scopes().cover(requested)) {
            return error(400, "invalid_scope", "The specified 'scope' parameter is not valid.");
        }
        return issue(requested, application, call.origin());
    }

    private Answer issue(Scopes scopes, Application application, String origin) {
        Instant now = time.instant();
        int life = lifeSeconds.getAsInt();
        if (grants.size() > 10_000) {
            grants.values().removeIf(grant -> !grant.expires().isAfter(now));
        }
        String token = secret();
        grants.put(token, new Grant(application.clientId(), scopes, application.agentId(), now.plusSeconds(life)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("scope", scopes.toString());
        answer.put("token_type", "Bearer");
        answer.put("access_token", token);
        answer.put("expires_in", life);
        answer.put("refresh_token", secret());
        answer.put("id_token", idToken(application, origin, now, life));
        return Answer.json(200, answer).with("cache-control", "no-store");
    }

    private static void readBasic(String header, Map<String, String> form) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            form.putIfAbsent("client_id", pair[0]);
            form.putIfAbsent("client_secret", pair.length == 2 ? pair[1] : "");
        } catch (IllegalArgumentException _) {
            form.remove("client_secret");
        }
    }

    private String secret() {
        byte[] bytes = new byte[48];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    private String idToken(Application application, String origin, Instant now, int life) {
        String agent = String.valueOf(application.agentId());
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", origin + "/auth");
        claims.put("aud", application.clientId());
        claims.put("sub", agent);
        claims.put("agent_id", agent);
        claims.putAll(agents.apply(application.agentId()));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + life);
        return base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(HttpJson.text(claims)) + "." + secret();
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer error(int status, String code, String description) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", code);
        body.put("error_description", description);
        return Answer.json(status, body);
    }

    private static Answer discovery(String issuer) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("issuer", issuer);
        body.put("authorization_endpoint", issuer + "/authorize");
        body.put("token_endpoint", issuer + "/token");
        body.put("jwks_uri", issuer + "/.well-known/jwks");
        body.put("grant_types_supported", List.of("client_credentials"));
        body.put("response_types_supported", List.of("code"));
        body.put("subject_types_supported", List.of("public"));
        body.put("id_token_signing_alg_values_supported", List.of("RS256"));
        body.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        return Answer.json(200, body);
    }
}
