package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Call;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name of what a request wants: {@code POST /Tickets}, {@code GET /Tickets/{id}}, {@code POST /auth/token}. */
final class Operation {

    private static final Map<String, String> WRITTEN = Stream.of("""
                    Actions Agent Appointment Asset Attachment AuthInfo Category Client \
                    ClientContract CRMNote ExternalLink FieldInfo IncomingEvent Invoice Item KBArticle \
                    Lookup Opportunities Organisation Outcome Priority Projects PurchaseOrder Quotation \
                    RecurringInvoice Report SalesOrder Site SLA SoftwareLicence Status Supplier \
                    Team Tickets TicketType Timesheet TimesheetEvent TopLevel Users \
                    Notification Tabs Webhook WebhookEvent""".split(" ", -1))
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

    private Operation() {}

    static String of(Call call) {
        List<String> segments = call.segments();
        boolean api = segments.getFirst().equals("api");
        StringBuilder name = new StringBuilder(call.method()).append(' ');
        for (String segment : api ? segments.subList(1, segments.size()) : segments) {
            boolean id = api && isId(segment);
            name.append('/').append(id ? "{id}" : written(segment));
        }
        return name.toString();
    }

    /** A number or a GUID. */
    private static boolean isId(String segment) {
        boolean guid = segment.length() == 36 && segment.charAt(8) == '-';
        return guid || segment.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    private static String written(String segment) {
        return WRITTEN.getOrDefault(segment, segment);
    }
}
