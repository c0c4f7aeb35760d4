package dev.sundog.testkit;

import java.io.IOException;

/**
 * Runs Apicurio's server in a process that ends with its parent, however that ends: the parent holds the other end of our
 * standard input, and a parent that is gone closes it.
 */
final class RegistryMain {

    private static final String SERVER = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

    private RegistryMain() {}

    /** Expects the server's jar on the class path. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(RegistryMain::endWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        Class.forName(SERVER).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said; only the end counts.
            }
        } catch (IOException gone) {
            // The same.
        }
        Runtime.getRuntime().halt(0);
    }
}
