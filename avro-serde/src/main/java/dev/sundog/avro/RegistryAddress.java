package dev.sundog.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/**
 * Where a registry is, and how to show who asks.
 *
 * @param base its root, without credentials and without a slash at the end
 * @param authorization the header to send; never shown
 */
record RegistryAddress(URI base, Optional<String> authorization) {

    private static final String BASIC_SOURCE = "basic.auth.credentials.source";
    private static final String BASIC_USER = "basic.auth.user.info";
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    private static final String BEARER_TOKEN = "bearer.auth.token";

    /** The addresses in {@code schema.registry.url}, in their order. */
    static List<RegistryAddress> of(Settings settings) {
        List<String> urls = settings.list(Settings.REGISTRY_URL);
        if (urls.isEmpty()) {
            throw new ConfigException(Settings.REGISTRY_URL + " must say where the schema registry is");
        }
        Optional<String> configured = authorization(settings);
        return urls.stream().map(url -> address(url, configured)).toList();
    }

    private static RegistryAddress address(String url, Optional<String> configured) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme();
            if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
                throw new ConfigException(Settings.REGISTRY_URL + " must hold http or https addresses with a host");
            }
            Optional<String> own = Optional.ofNullable(uri.getUserInfo()).map(RegistryAddress::basic);
            String path = Optional.ofNullable(uri.getPath()).orElse("").replaceAll("/+$", "");
            URI base = new URI(scheme, null, uri.getHost(), uri.getPort(), path, null, null);
            return new RegistryAddress(base, configured.isPresent() ? configured : own);
        } catch (URISyntaxException refused) {
            // Its message would repeat the address, and with it a password.
            throw new ConfigException(Settings.REGISTRY_URL + " holds an address that cannot be read: "
                    + refused.getReason() + " at character " + refused.getIndex());
        }
    }

    private static Optional<String> authorization(Settings settings) {
        Optional<String> token = settings.text(BEARER_TOKEN);
        Optional<String> bearerSource = settings.text(BEARER_SOURCE);
        if (token.isPresent() || bearerSource.isPresent()) {
            allow(BEARER_SOURCE, bearerSource.orElse("STATIC_TOKEN"), List.of("STATIC_TOKEN"));
            return Optional.of("Bearer "
                    + token.orElseThrow(() -> new ConfigException(BEARER_TOKEN + " must be set for STATIC_TOKEN")));
        }
        Optional<String> user = settings.text(BASIC_USER).or(() -> settings.text("schema.registry." + BASIC_USER));
        String source = settings.text(BASIC_SOURCE).orElse(user.isPresent() ? "USER_INFO" : "URL");
        allow(BASIC_SOURCE, source, List.of("URL", "USER_INFO"));
        if (source.equalsIgnoreCase("URL")) {
            return Optional.empty();
        }
        return Optional.of(
                basic(user.orElseThrow(() -> new ConfigException(BASIC_USER + " must be set for USER_INFO"))));
    }

    private static void allow(String property, String value, List<String> allowed) {
        if (!allowed.contains(value.toUpperCase(Locale.ROOT))) {
            throw new ConfigException(property, value, "must be " + String.join(" or ", allowed));
        }
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(UTF_8));
    }

    /** The address alone. */
    @Override
    public String toString() {
        return base.toString();
    }
}
