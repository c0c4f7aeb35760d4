package dev.sundog.gateway.intake;

import dev.sundog.gateway.meters.GatewayMeters;
import dev.sundog.gateway.settings.GatewayProperties;
import dev.sundog.gateway.settings.TopicsProperties;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Puts the intake together. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler blockingScheduler() {
        return Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "intake");
    }

    @Bean
    EventIntake eventIntake(EventLog log, AcceptanceJournal journal, InstantSource time) {
        return new EventIntake(log, journal, time);
    }

    @Bean
    HttpAnswers httpAnswers(GatewayMeters meters) {
        return new HttpAnswers(meters);
    }

    @Bean
    HttpIntake httpIntake(GatewayProperties properties, Scheduler blocking) {
        var intake = properties.intake();
        var limits = new HttpBodies.Limits(
                intake.maxEvent().toBytes(), intake.maxBody().toBytes(), intake.bodyWithin());
        return new HttpIntake(
                new HttpBodies(limits, new Room(intake.maxBodies().toBytes())),
                new HttpJson(intake.maxEvents()),
                blocking,
                intake.answerWithin());
    }

    /** The one serializer of events: shared, so that warming it up helps the producer. */
    @Bean
    Serializer<SpecificRecord> eventSerializer(KafkaProperties kafka) throws ReflectiveOperationException {
        var settings = kafka.buildProducerProperties();
        var name = settings.get(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
        @SuppressWarnings("unchecked") // which class it is, is a setting
        Serializer<SpecificRecord> serializer = Utils.newInstance(
                name instanceof Class<?> type ? type.getName() : String.valueOf(name), Serializer.class);
        serializer.configure(settings, false);
        return serializer;
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer eventProducer(Serializer<SpecificRecord> eventSerializer) {
        return factory -> configure(factory, eventSerializer);
    }

    @Bean
    KafkaEventLog kafkaEventLog(
            ProducerFactory<String, SpecificRecord> producers,
            GatewayProperties properties,
            TopicsProperties topics,
            InstantSource time) {
        var intake = properties.intake();
        return new KafkaEventLog(
                producers,
                new KafkaEventLog.Settings(topics.prefix(), intake.answerWithin(), intake.maxWaiting()),
                time);
    }

    @Bean
    KafkaWarmUp kafkaWarmUp(
            ProducerFactory<String, SpecificRecord> producers,
            Serializer<SpecificRecord> eventSerializer,
            TopicsProperties topics) {
        return new KafkaWarmUp(producers, eventSerializer, topics.prefix());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Boot's factory is that of the types that we set
    private static void configure(DefaultKafkaProducerFactory factory, Serializer<SpecificRecord> serializer) {
        factory.setValueSerializer(serializer);
        // Not a matter of settings: 202 means that the event is safe.
        factory.updateConfigs(
                Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true"));
    }
}
