/**
 * The contract in words: which topics there are, how they are keyed, partitioned and kept, and which headers records carry.
 *
 * <p>Uses Java and Avro only, so that any producer or consumer on Java 17 can depend on it.
 */
package dev.sundog.contract;
