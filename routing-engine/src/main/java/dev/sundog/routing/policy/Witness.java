package dev.sundog.routing.policy;

/** Is told what each rule answered, in the order in which they were asked. Cannot change the answer. */
public interface Witness {

    /** Listens to nothing. */
    Witness NONE = trace -> {};

    /** One rule was asked, or passed over. */
    void heard(RuleTrace trace);
}
