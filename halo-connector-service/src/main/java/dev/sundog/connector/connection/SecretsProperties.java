package dev.sundog.connector.connection;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How secrets are opened.
 *
 * @param keysetFile Tink keyset in JSON, the same that the control plane seals with
 */
@Validated
@ConfigurationProperties(prefix = "sundog.secrets", ignoreUnknownFields = false)
public record SecretsProperties(@NotNull Path keysetFile) {}
