/**
 * The console: people's side of Sundog.
 *
 * <p>In the order of the flow: {@code access} lets a caller in, {@code configuration} takes changes and
 * {@code command} what people want of single tickets, {@code outbox} tells Kafka
 * about them, {@code history} writes down what became of events, {@code screens} shows it. No event waits for any of it.
 */
@NullMarked
package dev.sundog.console;

import org.jspecify.annotations.NullMarked;
