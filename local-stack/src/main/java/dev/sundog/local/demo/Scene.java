package dev.sundog.local.demo;

import dev.sundog.local.stack.Stack;
import dev.sundog.local.terminal.Terminal;

/** What every part of the demo works with. */
record Scene(
        Stack stack,
        Terminal terminal,
        DemoBodies bodies,
        HttpSender sender,
        HttpStories stories,
        HttpHalo halo,
        AvroCreations creations) {

    static Scene on(Stack stack, Terminal terminal, DemoBodies bodies) {
        return new Scene(
                stack,
                terminal,
                bodies,
                new HttpSender(stack.gatewayUrl(), stack.apiKey()),
                new HttpStories(stack.consoleUrl()),
                HttpHalo.signIn(stack.simulatorUrl()),
                new AvroCreations(new AvroTopicReader(stack.bootstrapServers(), stack.registryUrl())));
    }

    void title(String text) {
        terminal.line();
        terminal.line(text);
    }
}
