/**
 * Avro on Kafka in Confluent's wire format, over the registry REST API that Confluent, Apicurio, Karapace and Redpanda share.
 *
 * <p>The properties carry Confluent's names, so that {@code io.confluent.kafka.serializers.KafkaAvroSerializer} can take the
 * place of {@link dev.sundog.avro.ConfluentAvroSerializer}, and the other way round. Two things differ: the name of a schema
 * strategy may be short, and {@code avro.remove.java.properties} is true where it is not set, because Sundog registers its
 * schemas without Java's marks.
 *
 * <p>Uses Avro, Kafka's client and Java 17 only, and knows none of Sundog's schemas.
 */
@NullMarked
package dev.sundog.avro;

import org.jspecify.annotations.NullMarked;
