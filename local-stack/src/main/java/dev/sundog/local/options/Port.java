package dev.sundog.local.options;

import java.util.EnumSet;
import java.util.Set;

/** A port of the stack. Each can be moved by the option of its name. */
public enum Port {
    /** Events in. */
    GATEWAY("gateway-port", 8080, "the gateway"),
    /** The gateway's health and meters. */
    GATEWAY_MANAGEMENT("gateway-management-port", 8180, "the gateway's management"),
    /** Routing's health and meters, its only port. */
    ROUTING("routing-port", 8181, "routing's management"),
    /** The connector's health and meters, its only port. */
    CONNECTOR("connector-port", 8182, "the connector's management"),
    /** Screens and REST of the control plane. */
    CONSOLE("console-port", 8090, "the console"),
    /** The console's health and meters. */
    CONSOLE_MANAGEMENT("console-management-port", 8190, "the console's management"),
    /** Halo, simulated. */
    SIMULATOR("simulator-port", 8070, "the Halo simulator"),
    /** The broker. */
    KAFKA("kafka-port", 9092, "Kafka"),
    /** The broker's controller. */
    KAFKA_CONTROLLER("kafka-controller-port", 9093, "Kafka's controller"),
    /** The schema registry. */
    REGISTRY("registry-port", 8085, "the schema registry"),
    /** The registry's health. */
    REGISTRY_MANAGEMENT("registry-management-port", 8185, "the schema registry's management"),
    /** The database. */
    POSTGRES("postgres-port", 5433, "PostgreSQL"),
    /** The second broker of a cluster. */
    KAFKA_2("kafka-2-port", 9094, "the second Kafka"),
    /** Its controller. */
    KAFKA_CONTROLLER_2("kafka-controller-2-port", 9095, "the second Kafka's controller"),
    /** The third broker of a cluster. */
    KAFKA_3("kafka-3-port", 9096, "the third Kafka"),
    /** Its controller. */
    KAFKA_CONTROLLER_3("kafka-controller-3-port", 9097, "the third Kafka's controller"),
    /** Health and meters of the second connector. */
    CONNECTOR_2("connector-2-port", 8282, "the second connector's management");

    private final String option;
    private final int standard;
    private final String user;

    Port(String option, int standard, String user) {
        this.option = option;
        this.standard = standard;
        this.user = user;
    }

    /** Those that a stack of one broker uses. */
    public static Set<Port> ofEveryStack() {
        return EnumSet.range(GATEWAY, POSTGRES);
    }

    /** The option that moves it, with its dashes. */
    public String option() {
        return "--" + option;
    }

    public int standard() {
        return standard;
    }

    /** Who listens there, for people. */
    public String user() {
        return user;
    }
}
