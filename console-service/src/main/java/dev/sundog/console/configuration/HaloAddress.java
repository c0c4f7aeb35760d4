package dev.sundog.console.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses a connection may name. They come from tenants and are hostile until proven; the connector checks again what
 * they resolve to when it connects.
 */
final class HaloAddress {

    private static final int LONGEST = 500;
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
    // The address parsers of this world read a host whose last label is a number, in any notation, as an IP address.
    private static final Pattern NUMBER_LAST = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");
    private static final List<String> INNER = List.of(".localhost", ".local", ".internal", ".localdomain", ".arpa");

    private final boolean allowLoopback;

    HaloAddress(boolean allowLoopback) {
        this.allowLoopback = allowLoopback;
    }

    /** What came of an address. */
    sealed interface Verdict {

        /** It may be used, in its one form: lower-case host, no slash and no tail at the end. */
        record Fine(String address) implements Verdict {}

        /** It may not. */
        record Refused(String why) implements Verdict {}
    }

    /**
     * Checks an address.
     *
     * @param tail what people write at its end although it is no part of it, for example {@code /api}
     */
    Verdict check(String given, String tail) {
        if (given.length() > LONGEST) {
            return new Verdict.Refused("must have at most " + LONGEST + " characters");
        }
        try {
            var address = new URI(given.strip());
            var host = Optional.ofNullable(address.getHost()).map(name -> name.toLowerCase(Locale.ROOT));
            return refusal(address, host.orElse(""))
                    .<Verdict>map(Verdict.Refused::new)
                    .orElseGet(() -> new Verdict.Fine(normal(address, host.orElse(""), tail)));
        } catch (URISyntaxException e) {
            return new Verdict.Refused("must be an address like https://acme.halopsa.com");
        }
    }

    private Optional<String> refusal(URI address, String host) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(allowLoopback && scheme.equals("http"))) {
            return Optional.of("must begin with https://");
        }
        if (address.getRawUserInfo() != null
                || String.valueOf(address.getRawAuthority()).contains("@")) {
            return Optional.of("must not hold a user or password");
        }
        if (address.getRawFragment() != null || address.getRawQuery() != null) {
            return Optional.of("must end with its path: no query, no fragment");
        }
        if (allowLoopback && LOOPBACK.matcher(host).matches()) {
            return Optional.empty();
        }
        if (host.startsWith("[") || NUMBER_LAST.matcher(host).matches()) {
            return Optional.of("must name a host, not an IP address");
        }
        if (!HOST.matcher(host).matches() || INNER.stream().anyMatch(host::endsWith)) {
            return Optional.of("must name a host with a public domain, like acme.halopsa.com");
        }
        return Optional.empty();
    }

    private static String normal(URI address, String host, String tail) {
        var path = strip(Optional.ofNullable(address.getRawPath()).orElse(""));
        var root = path.endsWith(tail) ? strip(path.substring(0, path.length() - tail.length())) : path;
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port + root;
    }

    private static String strip(String path) {
        var end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
