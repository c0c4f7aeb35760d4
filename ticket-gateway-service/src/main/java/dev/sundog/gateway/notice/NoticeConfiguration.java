package dev.sundog.gateway.notice;

import java.time.InstantSource;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;

/** Puts the taking of notices together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
class NoticeConfiguration {

    @Bean
    HttpHooks httpHooks(NoticeProperties properties) {
        return new HttpHooks(properties);
    }

    @Bean
    KafkaNoticeLog kafkaNoticeLog(
            ProducerFactory<String, SpecificRecord> producers,
            NoticeProperties properties,
            @Value("${sundog.topics.prefix:}") String prefix,
            InstantSource time) {
        return new KafkaNoticeLog(producers, prefix, properties.answerWithin(), time);
    }
}
