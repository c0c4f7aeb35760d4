package dev.sundog.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Real events of four kinds of products, each followed to its ticket and back. */
final class Journeys {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Scene scene;
    private final Instant now;

    Journeys(Scene scene, Instant now) {
        this.scene = scene;
        this.now = now;
    }

    void run() {
        long first = alertmanagerGroup();
        recommendation();
        avroWithoutKey();
        unmappedOrganization();
        repeatAndResolution(first);
    }

    private long alertmanagerGroup() {
        scene.title("1. An Alertmanager group for contoso: two alerts fire, then one of them is over");
        var bodies = scene.bodies();
        List<String> fired = sendGroup(bodies.group("firing", bodies.disk("firing", 0), bodies.load("firing", 0)));
        Story disk = created(fired.getFirst());
        Story load = created(fired.get(1));
        check(disk, "2nd Line Support", "Alert", "Contoso Ltd");
        check(load, "1st Line Support", "Alert", "Contoso Ltd");
        List<String> later = sendGroup(bodies.group("firing", bodies.disk("firing", 0), bodies.load("resolved", 0)));
        DemoFailure.unless(later.getFirst().equals(fired.getFirst()), "the same alert, sent again, is another event");
        resolved(later.get(1), load.ticketId().orElseThrow());
        return disk.ticketId().orElseThrow();
    }

    private void recommendation() {
        scene.title("2. A recommendation for fabrikam over HTTP, with a saving and two resources");
        String id = scene.sender()
                .send("/v1/recommendations", scene.bodies().recommendation())
                .getFirst();
        check(created(id), "Cloud Operations", "Recommendation", "Fabrikam Inc");
    }

    private void avroWithoutKey() {
        scene.title("3. An alert for fabrikam as Avro straight to alerts-v1, without a key");
        var publisher = new AvroPublisher(
                scene.stack().bootstrapServers(), scene.stack().registryUrl());
        check(created(publisher.publish(scene.bodies().run(), now)), "1st Line Support", "Alert", "Fabrikam Inc");
    }

    private void unmappedOrganization() {
        scene.title("4. An alert for northwind, which nobody has mapped to a customer yet");
        String id = scene.sender().send("/v1/alerts", scene.bodies().unmapped()).getFirst();
        show(scene.stories().await(id, PATIENCE, "parked", Story::isParked));
        scene.terminal().line("   northwind is mapped to customer 14, site 20");
        scene.stories().map("northwind", 14, 20);
        Story story = created(id);
        DemoFailure.unless(
                story.decision().orElseThrow().released(), "event " + id + " does not say that it was released");
        check(story, "1st Line Support", "Alert", "Northwind Traders");
    }

    private void repeatAndResolution(long ticketId) {
        scene.title("5. The first alert fires anew, then it is over");
        var bodies = scene.bodies();
        String again =
                sendGroup(bodies.group("firing", bodies.disk("firing", 30))).getFirst();
        Story repeat =
                scene.stories().await(again, PATIENCE, "told to its ticket", story -> story.saw("TicketUpdated"));
        show(repeat);
        same(repeat, ticketId);
        resolved(
                sendGroup(bodies.group("resolved", bodies.disk("resolved", 30))).getFirst(), ticketId);
    }

    private List<String> sendGroup(String body) {
        return scene.sender().send("/v1/alertmanager/contoso", body);
    }

    private Story created(String eventId) {
        Story story = scene.stories().await(eventId, PATIENCE, "ticketed", each -> each.saw("TicketCreated"));
        show(story);
        return story;
    }

    private void resolved(String eventId, long ticketId) {
        Story story = scene.stories().await(eventId, PATIENCE, "resolved", each -> each.saw("TicketResolved"));
        show(story);
        same(story, ticketId);
        String status = scene.halo().ticket(ticketId).status();
        DemoFailure.unless(status.equals("Closed"), "ticket " + ticketId + " is not closed but " + status);
    }

    private void check(Story story, String team, String type, String customer) {
        HaloTicket ticket = scene.halo().ticket(story.ticketId().orElseThrow());
        DemoFailure.unless(ticket.team().equals(team), "the team is not " + team + ": " + ticket);
        DemoFailure.unless(ticket.type().equals(type), "the type is not " + type + ": " + ticket);
        DemoFailure.unless(ticket.customer().equals(customer), "the customer is not " + customer + ": " + ticket);
    }

    private static void same(Story story, long ticketId) {
        long number = story.ticketId().orElseThrow();
        DemoFailure.unless(
                number == ticketId, "event " + story.eventId() + " went to ticket " + number + ", not to " + ticketId);
    }

    private void show(Story story) {
        var terminal = scene.terminal();
        terminal.line("   event    " + story.eventId() + "  \"" + story.title() + "\"");
        story.decision().ifPresent(made -> terminal.line("   decision " + describe(made)));
        story.ticketId().ifPresent(number -> {
            HaloTicket ticket = scene.halo().ticket(number);
            terminal.line(String.format(
                    Locale.ROOT,
                    "   ticket   #%d  %s, %s, priority %s, %s, %s",
                    number,
                    ticket.type(),
                    ticket.status(),
                    ticket.priority(),
                    ticket.customer(),
                    ticket.team()));
            terminal.line("            " + story.ticketUrl());
        });
        if (!story.ticketEvents().isEmpty()) {
            terminal.line("   told     " + String.join(", ", story.ticketEvents()));
        }
    }

    private static String describe(Story.Decision decision) {
        String why = decision.reason().isEmpty() ? "" : " (" + decision.reason() + ")";
        String rule = decision.rule().isEmpty() ? "" : ", rule \"" + decision.rule() + "\"";
        String customer = decision.customer().isEmpty() ? "" : ", customer " + decision.customer();
        return decision.outcome() + why + rule + customer + (decision.released() ? ", released" : "");
    }
}
