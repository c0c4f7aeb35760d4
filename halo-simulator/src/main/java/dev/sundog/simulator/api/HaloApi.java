package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.access.RateWindow;
import dev.sundog.simulator.access.TokenDesk;
import dev.sundog.simulator.api.Binder.Bound;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.control.FaultGate;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Body;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.tab.Tabs;
import dev.sundog.simulator.webhook.Webhooks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything under {@code /api}: finds the resource, checks token, limit and scope, and lets the resource answer. */
public final class HaloApi {

    private final TicketParts parts;
    private final Map<String, Resource> resources = new HashMap<>();
    private final Tenant tenant;
    private final TokenDesk tokens;
    private final RateWindow window;
    private final Switches switches;

    public HaloApi(Tenant tenant, TokenDesk tokens, RateWindow window, Switches switches, InstantSource time) {
        this.tenant = tenant;
        this.tokens = tokens;
        this.window = window;
        this.switches = switches;
        this.parts = TicketParts.of(tenant, switches, time);
        for (TicketArea area : TicketArea.values()) {
            resources.put(area.path().toLowerCase(Locale.ROOT), new TicketResource(area, tenant, parts));
        }
        resources.put("tickets/object", new PostOnly(new TicketResource(TicketArea.TICKETS, tenant, parts)));
        resources.put("invoice/updatelines", new LinesResource(tenant, Kind.INVOICE, parts.replies()));
        resources.put(
                "recurringinvoice/updatelines", new LinesResource(tenant, Kind.RECURRING_INVOICE, parts.replies()));
        resources.put("actions", new ActionResource(tenant, switches, parts));
        for (Offer offer : Offer.all()) {
            ListResource list = new ListResource(tenant, offer, parts.replies(), time);
            resources.put(
                    offer.path().toLowerCase(Locale.ROOT),
                    offer.kind() == Kind.REPORT ? new ReportResource(tenant, list, time) : list);
        }
    }

    /** Takes webhooks in: from now on they are registered and read through the API. */
    public void offer(Webhooks webhooks) {
        resources.put("webhook", new WebhookResource(webhooks, parts.replies()));
        resources.put("notification", new NotificationResource(webhooks.book(), parts.replies()));
        resources.put("webhookevent", new WebhookEventResource(webhooks));
    }

    /** Takes custom tabs in. */
    public void offer(Tabs tabs) {
        resources.put("tabs", new TabResource(tabs, parts.replies()));
    }

    /** A ticket as {@code GET /Tickets/{id}} shows it when its row is this. */
    public Map<String, Object> ticket(Row row) {
        return parts.view().detail(row);
    }

    /** Names of the resources, in lower case. */
    public Set<String> resources() {
        return resources.keySet().stream()
                .filter(name -> name.indexOf('/') < 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Answer answer(Call call) {
        int latency = switches.number(Switch.LATENCY_MILLIS);
        if (latency > 0) {
            FaultGate.pause(Duration.ofMillis(latency));
        }
        List<String> segments = call.segments();
        if (segments.size() == 2 && segments.get(1).equals("authinfo")) {
            return call.method().equals("GET") ? authInfo(call) : notAllowed();
        }
        String path = String.join("/", segments.subList(1, segments.size()));
        boolean one = segments.size() == 3 && !resources.containsKey(path);
        Resource resource = resources.get(one ? segments.get(1) : path);
        if (resource == null) {
            return Answer.empty(404);
        }
        boolean offered = switch (call.method()) {
            case "GET" -> true;
            case "POST" -> !one;
            case "DELETE" -> one;
            default -> false;
        };
        return offered ? enter(call, resource, one ? segments.get(2) : "") : notAllowed();
    }

    private Answer enter(Call call, Resource resource, String id) {
        Optional<Grant> grant = tokens.grant(call.header("authorization").orElse(""));
        if (grant.isEmpty()) {
            return Answer.empty(401).with("www-authenticate", "Bearer");
        }
        Optional<Answer> tooMany = window.enter();
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        String verb = call.method().equals("GET") ? "read" : "edit";
        boolean openToAll = verb.equals("read") && resource.area().isEmpty();
        String area = resource.area().isEmpty() ? "admin" : resource.area();
        boolean allowed = grant.get().scopes().allow(verb, area)
                && tenant.rights(grant.get().agentId()).allow(verb, area);
        if (!openToAll && !allowed) {
            return Answer.empty(403);
        }
        try {
            return switch (call.method()) {
                case "GET" -> id.isEmpty() ? resource.list(call, grant.get()) : resource.get(call, id, grant.get());
                case "DELETE" -> resource.delete(call, id, grant.get());
                default -> post(call, resource, grant.get());
            };
        } catch (RefusedException e) {
            return e.answer();
        }
    }

    private static Answer post(Call call, Resource resource, Grant grant) {
        boolean bare = call.path().toLowerCase(Locale.ROOT).endsWith("/object");
        Body body = bare && call.body() instanceof Body.Json(Map<?, ?> one) ? new Body.Json(List.of(one)) : call.body();
        return switch (Binder.bind(resource.schema(), body)) {
            case Bound.Refused(Answer answer) -> answer;
            case Bound.Elements(List<Map<String, Object>> values) ->
                values.isEmpty()
                        ? Answer.json(400, Map.of("", List.of("At least one element is needed.")))
                        : resource.post(call, values, grant);
        };
    }

    private Answer authInfo(Call call) {
        return Answer.json(200, Map.of("auth_url", call.origin() + "/auth", "tenant_id", tenant.name()));
    }

    private static Answer notAllowed() {
        return Answer.empty(405).with("allow", "GET, POST, DELETE");
    }
}
