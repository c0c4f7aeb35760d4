package dev.sundog.console.configuration;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How secrets are kept.
 *
 * @param keysetFile Tink keyset for AEAD as JSON; the connector needs the same
 */
@Validated
@ConfigurationProperties(prefix = "sundog.secrets", ignoreUnknownFields = false)
public record SecretsProperties(@NotNull Path keysetFile) {}
