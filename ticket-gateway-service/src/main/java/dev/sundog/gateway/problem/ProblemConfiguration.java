package dev.sundog.gateway.problem;

import dev.sundog.gateway.meters.GatewayMeters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the answer to errors in place. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {

    @Bean
    HttpProblemHandler httpProblemHandler(JsonMapper json, GatewayMeters meters) {
        return new HttpProblemHandler(json, meters);
    }
}
