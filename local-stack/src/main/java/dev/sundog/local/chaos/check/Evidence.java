package dev.sundog.local.chaos.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a run left behind. Records of topics are the committed ones, in the order of their partitions.
 *
 * @param accepted when the sender was told that an event is accepted, by event id
 * @param undecided ids of events whose acceptance nobody can tell: sent, and never answered
 * @param deadLetters records in dead-letter topics, by the topic that they came from
 * @param gateway what the gateway says of each accepted event, by its id; an event that it does not know is absent
 * @param console the same of the console
 * @param lags what consumer groups have not read
 * @param hanging partitions in which a transaction never ended
 * @param ill parts that are not well in the end, with what they say
 */
public record Evidence(
        Map<String, Instant> accepted,
        Set<String> undecided,
        List<Input> inputs,
        List<Decided> decisions,
        List<Requested> requests,
        List<Called> calls,
        List<Ended> ends,
        List<Told> told,
        Map<String, Long> deadLetters,
        List<Ticket> tickets,
        Map<String, String> gateway,
        Map<String, String> console,
        List<Lag> lags,
        List<String> hanging,
        Map<String, String> ill) {

    public Evidence {
        accepted = Map.copyOf(accepted);
        undecided = Set.copyOf(undecided);
        inputs = List.copyOf(inputs);
        decisions = List.copyOf(decisions);
        requests = List.copyOf(requests);
        calls = List.copyOf(calls);
        ends = List.copyOf(ends);
        told = List.copyOf(told);
        deadLetters = Map.copyOf(deadLetters);
        tickets = List.copyOf(tickets);
        gateway = Map.copyOf(gateway);
        console = Map.copyOf(console);
        lags = List.copyOf(lags);
        hanging = List.copyOf(hanging);
        ill = Map.copyOf(ill);
    }
}
