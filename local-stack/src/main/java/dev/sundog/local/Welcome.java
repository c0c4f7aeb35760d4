package dev.sundog.local;

import dev.sundog.local.stack.Stack;
import dev.sundog.local.terminal.Terminal;

/** Where everything is and how to send a first event. */
final class Welcome {

    private final Stack stack;

    Welcome(Stack stack) {
        this.stack = stack;
    }

    void print(Terminal terminal) {
        terminal.line("""

                  console          %s
                  gateway          %s
                  Halo (simulated) %s
                  Kafka            %s
                  schema registry  %s
                  PostgreSQL       %s  (user sundog, password sundog)
                  API key          %s

                a first event:
                  curl -s %s/v1/alerts -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' \\
                    -d '{"source":"first-steps","organizationId":"contoso","dedupKey":"disk-c-srv01","status":"FIRING","severity":"HIGH","title":"Disk C: of SRV01 is 97 %% full"}'

                Ctrl-C ends it all.""".formatted(
                        stack.consoleUrl(),
                        stack.gatewayUrl(),
                        stack.simulatorUrl(),
                        stack.bootstrapServers(),
                        stack.registryUrl(),
                        stack.databaseUrl(),
                        stack.apiKey(),
                        stack.gatewayUrl(),
                        stack.apiKey()));
    }
}
