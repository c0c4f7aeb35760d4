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
    private static final String CONNECTION = "acme-halo";
    private static final String HOOK_USER = "halo";
    private static final String HOOK_PASSWORD = "sundog-local-hook";
    static final String TENANT = "acme-msp";

    private final StackSettings settings;
    private final Ports ports;
    private final Path keyset;
    private final Path state;

    /**
     * What the services of one stack are told.
     *
     * @param keyset what secrets are encrypted with
     * @param state folder that is there the next time
     */
    Services(StackSettings settings, Path keyset, Path state) {
        this.settings = settings;
        this.ports = settings.ports();
        this.keyset = keyset;
        this.state = state;
    }

    /** The service of that name. */
    Service named(String name) {
        return switch (name) {
            case Service.GATEWAY -> gateway();
            case Service.ROUTING -> routing();
            case Service.CONNECTOR -> connector(name, Port.CONNECTOR);
            case Service.CONNECTOR_2 -> connector(name, Port.CONNECTOR_2);
            case Service.CONSOLE -> console();
            default -> throw new IllegalArgumentException("no service of the stack: " + name);
        };
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
                        "sundog.gateway.api-keys[0].sources=*",
                        "sundog.notices.hooks[0].connection-id=" + CONNECTION,
                        "sundog.notices.hooks[0].tenant-id=" + TENANT,
                        "sundog.notices.hooks[0].user=" + HOOK_USER,
                        "sundog.notices.hooks[0].password-hash=sha256:" + sha256(HOOK_PASSWORD)));
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

    private Service connector(String name, Port port) {
        var service = new Service(
                name,
                "halo-connector-service",
                192,
                port,
                settings(
                        "server.port=" + ports.at(port),
                        "sundog.delivery.state-dir=" + streams(name),
                        "sundog.delivery.standby-replicas=" + (settings.shape().connectors() - 1),
                        "sundog.secrets.keyset-file=" + keyset,
                        "sundog.halo.allow-loopback=true"));
        return service.with(settings.connector());
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
                "spring.kafka.bootstrap-servers=" + settings.bootstrapServers(),
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
