/**
 * Configuration as code: brings YAML to the console and writes only what differs. Uses {@code http}.
 */
@NullMarked
package dev.sundog.local.apply;

import org.jspecify.annotations.NullMarked;
