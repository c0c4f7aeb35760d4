package dev.sundog.local.chaos;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.local.chaos.check.Called;
import dev.sundog.local.chaos.check.Decided;
import dev.sundog.local.chaos.check.Ended;
import dev.sundog.local.chaos.check.Evidence;
import dev.sundog.local.chaos.check.Input;
import dev.sundog.local.chaos.check.Place;
import dev.sundog.local.chaos.check.Requested;
import dev.sundog.local.chaos.check.Told;
import dev.sundog.local.http.HttpJson;
import dev.sundog.local.stack.Stack;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Collects what a run has left behind so far, from topics, Halos and services. Not safe for use by several threads. */
final class EvidenceRoom implements AutoCloseable {

    private final Stack stack;
    private final Bench bench;
    private final List<KafkaTail<?>> tails = new ArrayList<>();
    private final List<KafkaTail<Input>> inputs;
    private final KafkaTail<Decided> decisions;
    private final KafkaTail<Requested> requests;
    private final KafkaTail<Called> calls;
    private final KafkaTail<Ended> ends;
    private final KafkaTail<Told> told;
    private final Map<Topic, KafkaTail<Place>> deadLetters = new HashMap<>();
    private final KafkaGroups groups;
    private final HttpTickets tickets;
    private final HttpLookUps gateway;
    private final HttpLookUps console;

    EvidenceRoom(Bench bench, KafkaGroups groups) {
        this.bench = bench;
        this.stack = bench.stack();
        this.groups = groups;
        var records = new AvroRecords(stack.registryUrl());
        this.inputs = Stream.of(Topics.ALERTS, Topics.RECOMMENDATIONS)
                .map(topic -> tail(topic, records::input))
                .toList();
        this.decisions = tail(Topics.ROUTING_DECISIONS, records::decided);
        this.requests = tail(Topics.TICKET_REQUESTS, records::requested);
        this.calls = tail(Topics.HALO_CALLS, records::called);
        this.ends = tail(Topics.HALO_OUTCOMES, records::ended);
        this.told = tail(Topics.TICKET_EVENTS, records::told);
        Topics.WITH_DEAD_LETTERS.forEach(
                topic -> deadLetters.put(topic, tail(topic.deadLetters(), (place, _) -> place)));
        this.tickets = new HttpTickets(bench.halos());
        var key = Map.of("Authorization", "Bearer " + stack.apiKey());
        this.gateway = new HttpLookUps(new HttpJson(stack.gatewayUrl(), key), "/v1/events/");
        this.console = new HttpLookUps(new HttpJson(stack.consoleUrl(), Map.of()), "/api/v1/events/");
    }

    /** All there is now. */
    Evidence collect(Load load) {
        var accepted = load.accepted();
        Map<String, Long> letters = new HashMap<>();
        deadLetters.forEach(
                (topic, tail) -> letters.put(topic.name(), (long) tail.all().size()));
        return new Evidence(
                accepted,
                load.undecided(),
                inputs.stream().flatMap(tail -> tail.all().stream()).toList(),
                decisions.all(),
                requests.all(),
                calls.all(),
                ends.all(),
                told.all(),
                letters,
                bench.world().sites().stream()
                        .flatMap(site -> tickets.all(site).stream())
                        .toList(),
                gateway.of(accepted.keySet()),
                console.of(accepted.keySet()),
                groups.lags(),
                groups.hanging(),
                ill());
    }

    /** Takes nothing that was said before for granted. */
    void lookAgain() {
        gateway.forget();
        console.forget();
    }

    @Override
    public void close() {
        tails.forEach(KafkaTail::close);
    }

    private Map<String, String> ill() {
        Map<String, String> ill = new HashMap<>();
        for (String service : stack.shape().services()) {
            var http = new HttpJson(stack.managementUrl(service), Map.of());
            for (String probe : List.of("readiness", "liveness")) {
                String says = says(http, probe);
                if (!says.isEmpty()) {
                    ill.put(service, probe + ": " + says);
                }
            }
        }
        return ill;
    }

    /** Empty when all is well. */
    private static String says(HttpJson http, String probe) {
        try {
            var reply = http.get("/actuator/health/" + probe);
            return reply.ok() ? "" : reply.summary();
        } catch (UncheckedIOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private <T> KafkaTail<T> tail(Topic topic, BiFunction<Place, byte[], T> reading) {
        var tail = new KafkaTail<>(stack.bootstrapServers(), topic, reading);
        tails.add(tail);
        return tail;
    }
}
