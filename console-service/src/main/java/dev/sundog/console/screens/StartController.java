package dev.sundog.console.screens;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.history.HistoryReader;
import dev.sundog.console.paging.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages: the start, and one event's way. */
@Controller
class StartController {

    private static final Page.Wanted LATEST = new Page.Wanted(0, 20);

    private final HistoryReader history;
    private final ConfigurationStore configuration;

    StartController(HistoryReader history, ConfigurationStore configuration) {
        this.history = history;
        this.configuration = configuration;
    }

    @GetMapping("/")
    String start(Model model) {
        var objects = new LinkedHashMap<String, Long>();
        for (var kind : Kind.values()) {
            objects.put(kind.plural(), configuration.count(kind, Optional.empty()));
        }
        model.addAttribute("objects", objects);
        model.addAttribute("eventStates", history.eventsByState());
        model.addAttribute("ticketStates", history.ticketsByState());
        model.addAttribute("events", history.events(Map.of(), LATEST).items());
        model.addAttribute("tickets", history.tickets(Map.of(), LATEST).items());
        model.addAttribute("links", new SafeLinks());
        return "start";
    }

    @GetMapping("/events/{eventId}")
    String event(@PathVariable String eventId, Model model) {
        var event = history.event(eventId, Optional.empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no event with this id"));
        model.addAttribute("event", event);
        model.addAttribute("links", new SafeLinks());
        return "event";
    }
}
