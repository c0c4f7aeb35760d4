package dev.sundog.simulator.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which row of the reference's section 11 a test holds Halo to. Each test of the contract has one. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Row {

    /** Numbers of the rows, 1 to 65; none for behaviour that only an earlier section tells. */
    int[] value() default {};

    /**
     * How far to trust it, the best first: S stated by Halo, L observed on a live tenant (x2: by two), Cn assumed by n
     * independent clients, 1 by one alone, DB read from a schema dump, G guessed.
     */
    String confidence();

    /** Where it stands, for example {@code halo-api.md 6} for section 6 of the reference. */
    String source();
}
