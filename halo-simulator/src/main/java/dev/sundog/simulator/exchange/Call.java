package dev.sundog.simulator.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * One request.
 *
 * @param method in capitals
 * @param path as sent, without the query and without the tenant's prefix
 * @param query parameters, names in lower case, the last value of a repeated one
 * @param headers names in lower case
 * @param origin what the caller put before the path: scheme, authority and, if used, the tenant's prefix; for example
 *     {@code http://127.0.0.1:8070} or {@code http://127.0.0.1:8070/beta}
 */
public record Call(
        String method, String path, Map<String, String> query, Map<String, String> headers, Body body, String origin) {

    public Call {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** Path segments in lower case, at least one; Halo's paths are case-insensitive. */
    public List<String> segments() {
        List<String> segments = new ArrayList<>(4);
        StringTokenizer words = new StringTokenizer(path.toLowerCase(Locale.ROOT), "/");
        while (words.hasMoreTokens()) {
            segments.add(words.nextToken());
        }
        return segments.isEmpty() ? List.of("") : segments;
    }

    /** This call, its path split after the prefix that led to a tenant. */
    public Call under(String prefix, String rest) {
        return new Call(method, rest, query, headers, body, origin + prefix);
    }

    public Call withPath(String other) {
        return new Call(method, other, query, headers, body, origin);
    }

    public Call withQuery(Map<String, String> other) {
        return new Call(method, path, other, headers, body, origin);
    }

    public Call withBody(Body other) {
        return new Call(method, path, query, headers, other, origin);
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** True for {@code true} and {@code 1}; anything else, or nothing, is false. */
    public boolean flag(String name) {
        String value = query.getOrDefault(name, "");
        return value.equalsIgnoreCase("true") || value.equals("1");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
