/**
 * JSON over HTTP, as the launcher speaks it with its services. Uses nothing.
 */
@NullMarked
package dev.sundog.local.http;

import org.jspecify.annotations.NullMarked;
