package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.api.Replies.Written;
import dev.sundog.simulator.book.AgentRights;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.RecordBook;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A list beside the tickets, as {@code offers.txt} describes it: shallow, but with Halo's shapes. */
final class ListResource implements Resource {

    private final Tenant tenant;
    private final Offer offer;
    private final RecordBook book;
    private final Replies replies;
    private final RecordView view;
    private final RecordWriter writer;

    ListResource(Tenant tenant, Offer offer, Replies replies, InstantSource time) {
        this.offer = offer;
        this.tenant = tenant;
        this.book = tenant.list(offer.kind());
        this.replies = replies;
        this.view = new RecordView(tenant, offer.kind());
        this.writer = new RecordWriter(tenant, offer, time);
    }

    @Override
    public String schema() {
        return offer.kind().schema();
    }

    @Override
    public String area() {
        return offer.area();
    }

    @Override
    public Answer list(Call call, Grant grant) {
        Stream<Row> all = book.all().stream().filter(ListQuery.of(offer, call)).filter(visible(call, grant));
        Optional<Comparator<Row>> order = Ordering.of(call, row -> row);
        Stream<Row> rows = order.isPresent() ? all.sorted(order.get()) : all;
        String envelope =
                Paging.wanted(call) && !offer.pagedEnvelope().isEmpty() ? offer.pagedEnvelope() : offer.envelope();
        if (envelope.isEmpty()) {
            return Answer.json(200, rows.map(row -> view.row(row, call)).toList());
        }
        return Answer.json(
                200, Paging.of(call, offer.largestPage()).envelope(envelope, rows, row -> view.row(row, call)));
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        String wanted = id.equals("me") && offer.kind() == Kind.AGENT ? String.valueOf(grant.agentId()) : id;
        return find(wanted, call)
                .filter(visible(call, grant))
                .map(row -> Answer.json(200, view.detail(row)))
                .orElseGet(() -> Answer.empty(404));
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return replies.batch(call, elements, element -> check(call, element, grant), element -> {
            Row row = idOf(element).isEmpty()
                    ? writer.create(element, grant)
                    : writer.change(find(idOf(element), call).orElseThrow(), element);
            return new Written(view.detail(row), 0);
        });
    }

    @Override
    public Answer delete(Call call, String id, Grant grant) {
        if (offer.kind() == Kind.TIMESHEET) {
            return Answer.empty(405); // the one list that Halo's description lets nobody delete from
        }
        return find(id, call)
                .filter(visible(call, grant))
                .flatMap(row -> book.remove(row.number("id")))
                .map(row -> Answer.json(200, view.detail(row)))
                .orElseGet(() -> Answer.empty(404));
    }

    /** Status of a successful POST. */
    int postStatus() {
        return replies.status();
    }

    /**
     * What the agent does not see is missing without a word: other customers' records, and teams he is no member of
     * unless an administrator asks for all.
     */
    private Predicate<Row> visible(Call call, Grant grant) {
        AgentRights rights = tenant.rights(grant.agentId());
        return switch (offer.kind()) {
            case CLIENT -> row -> rights.sees(row.number("id"));
            case TEAM ->
                row -> rights.memberOf(row.number("id"))
                        || (call.flag("showall")
                                && grant.scopes().allow("edit", "admin")
                                && rights.allow("edit", "admin"));
            default -> row -> !row.has("client_id") || rights.sees(row.number("client_id"));
        };
    }

    /** By the id that Halo shows; codes of look-ups are unique within their list only. */
    private Optional<Row> find(String id, Call call) {
        return switch (offer.kind()) {
            case PRIORITY ->
                book.all().stream()
                        .filter(row -> row.text("_shown").equalsIgnoreCase(id))
                        .findFirst();
            case LOOKUP ->
                book.all().stream()
                        .filter(row -> String.valueOf(row.number("_shown")).equals(id))
                        .filter(row ->
                                row.number("lookupid") == Paging.number(call, "lookupid", row.number("lookupid")))
                        .findFirst();
            default -> id.matches("\\d{1,9}") ? book.find(Integer.parseInt(id)) : Optional.empty();
        };
    }

    private Optional<Answer> check(Call call, Map<String, Object> element, Grant grant) {
        String id = idOf(element);
        return !id.isEmpty() && find(id, call).filter(visible(call, grant)).isEmpty()
                ? Optional.of(Answer.refusal(TicketRules.NOT_FOUND))
                : Optional.empty();
    }

    /** The id of an element as a text, empty for a new record. */
    private String idOf(Map<String, Object> element) {
        return switch (element.get("id")) {
            case Integer number when number > 0 -> String.valueOf(number);
            case String guid -> guid;
            case null, default -> "";
        };
    }
}
