package dev.sundog.connector;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who works in Halo by hand. */
final class HaloPerson {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");
    private static final Pattern REFERENCE = Pattern.compile("\"third_party_id_string\"\\s*:\\s*\"([^\"]+)\"");

    private final URI root;

    HaloPerson(URI root) {
        this.root = root;
    }

    void setsStatus(long ticketId, long statusId) throws Exception {
        post("[{\"id\":" + ticketId + ",\"status_id\":" + statusId + "}]");
    }

    /** Makes another ticket with the same reference. */
    long doubles(long ticketId) throws Exception {
        String ticket = send(HttpRequest.newBuilder(URI.create(root + "/api/Tickets/" + ticketId)));
        String reference = first(REFERENCE, ticket);
        return Long.parseLong(first(
                ID,
                post("[{\"summary\":\"double\",\"client_id\":12,\"third_party_id_string\":\"" + reference + "\"}]")));
    }

    private String post(String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(root + "/api/Tickets"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest token = HttpRequest.newBuilder(URI.create(root + "/auth/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=person"
                            + "&client_secret=person-secret&scope=all"))
                    .build();
            String bearer = first(TOKEN, text(client, token));
            return text(
                    client, request.header("Authorization", "Bearer " + bearer).build());
        }
    }

    private static String text(HttpClient client, HttpRequest request) throws Exception {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new AssertionError(request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }
}
