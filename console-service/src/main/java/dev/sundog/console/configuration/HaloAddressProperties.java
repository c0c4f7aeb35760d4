package dev.sundog.console.configuration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which addresses a connection may name.
 *
 * @param allowLoopback true also takes http and addresses of this machine; for the local stack and tests alone
 */
@ConfigurationProperties(prefix = "sundog.halo", ignoreUnknownFields = false)
public record HaloAddressProperties(@DefaultValue("false") boolean allowLoopback) {}
