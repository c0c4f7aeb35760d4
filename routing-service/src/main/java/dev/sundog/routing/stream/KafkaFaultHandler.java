package dev.sundog.routing.stream;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a fault in deciding one record from stopping the stream or losing the record: it becomes a dead letter in the same
 * transaction. Faults of Kafka, the registry or the disk are no fault of the record; the thread is replaced and reads it again.
 * Kafka makes it by its name.
 */
public final class KafkaFaultHandler implements ProcessingExceptionHandler {

    /** Name of the setting: what stands before each topic's name. */
    static final String TOPIC_PREFIX = "sundog.topics.prefix";

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaFaultHandler.class);

    private String topicPrefix = "";

    /** Kafka makes it. */
    public KafkaFaultHandler() {}

    @Override
    public void configure(Map<String, ?> configs) {
        var prefix = configs.get(TOPIC_PREFIX);
        topicPrefix = prefix == null ? "" : prefix.toString();
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception fault) {
        // Without the raw bytes it was no record but the clock that failed.
        if (ofTheWorld(fault) || context.sourceRawValue() == null) {
            return Response.fail();
        }
        var place = new KafkaOrigin(context.topic(), context.partition(), context.offset());
        var origin = KafkaOrigin.of(context.headers(), place);
        LOGGER.atError()
                .addKeyValue("topic", origin.topic())
                .addKeyValue("partition", origin.partition())
                .addKeyValue("offset", origin.offset())
                .setCause(fault)
                .log("record made routing fail and becomes a dead letter");
        return Response.resume(List.of(new ProducerRecord<>(
                origin.deadLetters(topicPrefix),
                origin.partition(),
                context.sourceRawKey(),
                context.sourceRawValue(),
                origin.dead(context.headers(), "fault: " + fault))));
    }

    private static boolean ofTheWorld(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException) {
                return true;
            }
        }
        return false;
    }
}
