package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.api.Replies.Written;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.RecordBook;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code /RecurringInvoice/updatelines} and {@code /Invoice/updatelines}: changes single lines, each found by its id and,
 * if it is given, the invoice's in {@code ihid}. That each line is answered like any other record is guessed.
 */
final class LinesResource implements Resource {

    private final RecordBook invoices;
    private final Replies replies;

    LinesResource(Tenant tenant, Kind kind, Replies replies) {
        this.invoices = tenant.list(kind);
        this.replies = replies;
    }

    @Override
    public String schema() {
        return "InvoiceDetail";
    }

    @Override
    public String area() {
        return "invoices";
    }

    @Override
    public Answer list(Call call, Grant grant) {
        return Answer.empty(405);
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return replies.batch(
                call,
                elements,
                element -> owner(element).isPresent()
                        ? Optional.empty()
                        : Optional.of(Answer.refusal(TicketRules.NOT_FOUND)),
                element -> new Written(write(owner(element).orElseThrow(), element), 0));
    }

    private Optional<Row> owner(Map<String, Object> line) {
        return invoices.all().stream()
                .filter(invoice -> line.get("ihid") == null || Objects.equals(line.get("ihid"), invoice.number("id")))
                .filter(invoice -> lines(invoice).stream().anyMatch(one -> sameId(one, line)))
                .findFirst();
    }

    private Map<String, Object> write(Row invoice, Map<String, Object> line) {
        Map<String, Object> written = new LinkedHashMap<>();
        List<Object> lines = new ArrayList<>();
        for (Object one : lines(invoice)) {
            if (sameId(one, line)) {
                ((Map<?, ?>) one).forEach((name, value) -> written.put(String.valueOf(name), value));
                written.putAll(line);
                written.keySet().removeIf(name -> name.startsWith("_") && !name.equals("_itemid"));
                lines.add(Map.copyOf(written));
            } else {
                lines.add(one);
            }
        }
        invoices.put(invoice.with("lines", List.copyOf(lines)));
        return written;
    }

    private static List<?> lines(Row invoice) {
        return invoice.value("lines") instanceof List<?> lines ? lines : List.of();
    }

    private static boolean sameId(Object line, Map<String, Object> wanted) {
        return line instanceof Map<?, ?> map && Objects.equals(map.get("id"), wanted.get("id"));
    }
}
