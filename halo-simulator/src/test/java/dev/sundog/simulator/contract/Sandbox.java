package dev.sundog.simulator.contract;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;

/**
 * A real Halo to try the contract on, as environment variables or system properties tell: {@code HALO_SANDBOX_URL} or
 * {@code halo.sandbox.url}, and so on.
 */
final class Sandbox {

    static final String HINT =
            "to try the contract on a real Halo, set HALO_SANDBOX_URL, HALO_SANDBOX_CLIENT_ID, HALO_SANDBOX_CLIENT_SECRET"
                    + " and HALO_SANDBOX_CUSTOMER (name of a customer that tickets may be made for)";

    private static final System.Logger LOGGER = System.getLogger(Sandbox.class.getName());
    private static Optional<HaloUnderTest> found = Optional.empty();

    private Sandbox() {}

    static boolean isConfigured() {
        return List.of("URL", "CLIENT_ID", "CLIENT_SECRET", "CUSTOMER").stream()
                .noneMatch(name -> setting(name).isEmpty());
    }

    /** The tenant to name in token requests; empty for a Halo under its own host name. */
    static String tenant() {
        return setting("TENANT");
    }

    /** Pause before each request. */
    static Duration pace() {
        return Duration.ofMillis(number("PACE_MILLIS", 600));
    }

    /** Looks at the sandbox once, without writing; says where the tests will write. */
    static synchronized HaloUnderTest underTest() {
        if (found.isEmpty()) {
            HaloUnderTest halo = look();
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "the contract makes tickets for customer \"{0}\" (id {1}) at {2}, and writes nothing else",
                    setting("CUSTOMER"),
                    String.valueOf(halo.customer()),
                    halo.api());
            found = Optional.of(halo);
        }
        return found.get();
    }

    private static HaloUnderTest look() {
        URI api = URI.create(setting("URL").replaceFirst("/+$", "") + "/api");
        HaloUnderTest unknown = new HaloUnderTest(
                api, URI.create(auth(api)), setting("CLIENT_ID"), setting("CLIENT_SECRET"), 0, 0, 0, 0);
        HaloCaller halo = new HaloCaller(unknown).withTenant(tenant()).signIn("all");
        int customer = customer(halo);
        return new HaloUnderTest(
                api,
                unknown.auth(),
                unknown.clientId(),
                unknown.clientSecret(),
                customer,
                first(halo.get("/Site?client_id=" + customer).json().path("sites")),
                number(
                        "TICKET_TYPE",
                        first(halo.get("/TicketType?can_create_only=true").json())),
                number("OUTCOME", 7));
    }

    private static String auth(URI api) {
        HaloUnderTest nobody = new HaloUnderTest(api, api, "", "", 0, 0, 0, 0);
        String told =
                new HaloCaller(nobody).get("/authinfo").json().path("auth_url").asString("");
        return told.isEmpty() ? api.resolve("/auth").toString() : told.replaceFirst("/+$", "");
    }

    private static int customer(HaloCaller halo) {
        String name = setting("CUSTOMER");
        JsonNode clients =
                halo.get("/Client?search=" + HaloCaller.encoded(name)).json().path("clients");
        return clients.values().stream()
                .filter(client -> client.path("name").asString("").equals(name))
                .mapToInt(client -> client.path("id").asInt())
                .findFirst()
                .orElseThrow(() -> new TestAbortedException("the sandbox has no customer \"" + name + "\""));
    }

    private static int first(JsonNode list) {
        return list.path(0).path("id").asInt(0);
    }

    private static int number(String name, int otherwise) {
        String value = setting(name);
        return value.isEmpty() ? otherwise : Integer.parseInt(value);
    }

    private static String setting(String name) {
        String property = System.getProperty(
                "halo.sandbox." + name.toLowerCase(Locale.ROOT).replace('_', '-'), "");
        String variable = System.getenv().getOrDefault("HALO_SANDBOX_" + name, "");
        return property.isEmpty() ? variable : property;
    }
}
