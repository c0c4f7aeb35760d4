package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.api.Replies.Written;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.tab.Tabs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /Tabs}: custom tabs. That the list is a bare array is guessed; the secret of a tab is never shown. */
final class TabResource implements Resource {

    /** Length of the column in Halo's database. */
    private static final int LONGEST_URL = 1000;

    private final Tabs tabs;
    private final Replies replies;

    TabResource(Tabs tabs, Replies replies) {
        this.tabs = tabs;
        this.replies = replies;
    }

    @Override
    public String schema() {
        return "Tabname";
    }

    @Override
    public String area() {
        return "";
    }

    @Override
    public Answer list(Call call, Grant grant) {
        return Answer.json(200, tabs.all().stream().map(TabResource::json).toList());
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        return find(id).map(tab -> Answer.json(200, json(tab))).orElseGet(() -> Answer.empty(404));
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return replies.batch(call, elements, this::check, element -> new Written(json(write(element)), 0));
    }

    @Override
    public Answer delete(Call call, String id, Grant grant) {
        return find(id).flatMap(tab -> tabs.remove(tab.number("id")))
                .map(tab -> Answer.json(200, json(tab)))
                .orElseGet(() -> Answer.empty(404));
    }

    private Optional<Row> find(String id) {
        return id.matches("\\d{1,9}") ? tabs.find(Integer.parseInt(id)) : Optional.empty();
    }

    private Optional<Answer> check(Map<String, Object> element) {
        int id = TicketRules.id(element);
        if (id > 0 && tabs.find(id).isEmpty()) {
            return Optional.of(Answer.refusal(TicketRules.NOT_FOUND));
        }
        boolean tooLong = element.get("url") instanceof String url && url.length() > LONGEST_URL;
        return tooLong
                ? Optional.of(Answer.refusal("The URL must not be longer than 1000 characters"))
                : Optional.empty();
    }

    private Row write(Map<String, Object> element) {
        int id = TicketRules.id(element);
        return id > 0 ? tabs.change(id, element).orElseThrow() : tabs.add(element);
    }

    private static Map<String, Object> json(Row tab) {
        Map<String, Object> json = new LinkedHashMap<>();
        tab.toMap().forEach((name, value) -> json.put(name, HaloText.json(value)));
        return json;
    }
}
