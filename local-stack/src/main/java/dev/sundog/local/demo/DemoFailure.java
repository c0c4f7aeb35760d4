package dev.sundog.local.demo;

/** Something that the demo shows is not true. */
final class DemoFailure extends RuntimeException {

    DemoFailure(String message) {
        super(message);
    }

    static void unless(boolean truth, String otherwise) {
        if (!truth) {
            throw new DemoFailure(otherwise);
        }
    }
}
