package dev.sundog.local.stack;

import dev.sundog.local.options.Port;
import dev.sundog.local.options.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What each service is told in the local stack: addresses, the local API key, that loopback is allowed. */
final class Services {

    static final String API_KEY = "sundog-local-key";
    static final String TENANT = "acme-msp";

    private final Ports ports;
    private final Path keyset;
    private final Path state;

    /**
     * Settings of one stack.
     *
     * @param keyset what secrets are encrypted with
     * @param state folder that is there the next time
     */
    Services(Ports ports, Path keyset, Path state) {
        this.ports = ports;
        this.keyset = keyset;
        this.state = state;
    }

    List<Service> all() {
        return List.of(gateway(), routing(), connector(), console());
    }

    private Service gateway() {
        return new Service(
                Service.GATEWAY,
                "ticket-gateway-service",
                192,
                Port.GATEWAY_MANAGEMENT,
                settings(
                        "server.port=" + ports.at(Port.GATEWAY),
                        "management.server.port=" + ports.at(Port.GATEWAY_MANAGEMENT),
                        "management.server.address=127.0.0.1",
                        "sundog.gateway.api-keys[0].id=local",
                        "sundog.gateway.api-keys[0].hash=sha256:" + sha256(API_KEY),
                        "sundog.gateway.api-keys[0].tenant-id=" + TENANT,
                        "sundog.gateway.api-keys[0].organizations=*",
                        "sundog.gateway.api-keys[0].sources=*"));
    }

    private Service routing() {
        return new Service(
                Service.ROUTING,
                "routing-service",
                192,
                Port.ROUTING,
                settings(
                        "server.port=" + ports.at(Port.ROUTING),
                        "sundog.routing.state-dir=" + streams(Service.ROUTING)));
    }

    private Service connector() {
        return new Service(
                Service.CONNECTOR,
                "halo-connector-service",
                192,
                Port.CONNECTOR,
                settings(
                        "server.port=" + ports.at(Port.CONNECTOR),
                        "sundog.delivery.state-dir=" + streams(Service.CONNECTOR),
                        "sundog.secrets.keyset-file=" + keyset,
                        "sundog.halo.allow-loopback=true"));
    }

    private Service console() {
        return new Service(
                Service.CONSOLE,
                "console-service",
                224,
                Port.CONSOLE_MANAGEMENT,
                settings(
                        "server.port=" + ports.at(Port.CONSOLE),
                        "management.server.port=" + ports.at(Port.CONSOLE_MANAGEMENT),
                        "management.server.address=127.0.0.1",
                        "spring.datasource.url=" + JdbcDatabase.url(ports),
                        "spring.datasource.username=sundog",
                        "spring.datasource.password=sundog",
                        "sundog.secrets.keyset-file=" + keyset,
                        "sundog.halo.allow-loopback=true"));
    }

    private Path streams(String service) {
        return state.resolve(service).resolve("streams");
    }

    private List<String> settings(String... own) {
        var all = new ArrayList<>(List.of(
                "server.address=127.0.0.1",
                "spring.kafka.bootstrap-servers=127.0.0.1:" + ports.at(Port.KAFKA),
                "spring.kafka.properties.schema.registry.url=" + RegistryProcess.url(ports)));
        all.addAll(Arrays.asList(own));
        return all;
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
