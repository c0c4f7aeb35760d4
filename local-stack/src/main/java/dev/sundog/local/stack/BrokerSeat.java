package dev.sundog.local.stack;

import dev.sundog.local.options.Port;

/**
 * One broker's place in its cluster.
 *
 * @param number from 1, Kafka's node id
 * @param name what people call it; also the name of its log and folder
 */
record BrokerSeat(int number, String name, Port port, Port controller) {

    static final String ALONE = "kafka";

    static BrokerSeat of(int number, int brokers) {
        String name = brokers == 1 ? ALONE : ALONE + "-" + number;
        return switch (number) {
            case 1 -> new BrokerSeat(1, name, Port.KAFKA, Port.KAFKA_CONTROLLER);
            case 2 -> new BrokerSeat(2, name, Port.KAFKA_2, Port.KAFKA_CONTROLLER_2);
            case 3 -> new BrokerSeat(3, name, Port.KAFKA_3, Port.KAFKA_CONTROLLER_3);
            default -> throw new IllegalArgumentException("no broker " + number);
        };
    }
}
