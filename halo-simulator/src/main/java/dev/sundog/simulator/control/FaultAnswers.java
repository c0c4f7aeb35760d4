package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Answer;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is said in place of an execution. */
final class FaultAnswers {

    private FaultAnswers() {}

    /** Empty for the kinds that let the request be executed. */
    static Optional<Answer> instead(Fault fault, Gatekeeper keeper, InstantSource time) {
        return switch (fault.kind()) {
            case DROP_BEFORE -> Optional.of(Answer.dropped());
            case STATUS_BEFORE -> Optional.of(failure(fault.statusOr(500)));
            case HTML_502 -> Optional.of(failure(fault.statusOr(502)));
            case HTML_503 -> Optional.of(failure(fault.statusOr(503)));
            case RATE_LIMIT -> Optional.of(tooMany(fault, keeper.tooMany(), time));
            case TOKEN_REFUSED, TOKEN_REVOKED -> Optional.of(Answer.empty(401).with("www-authenticate", "Bearer"));
            case LATE -> Optional.of(cut(fault));
            case DROP_AFTER,
                    STATUS_AFTER,
                    DELAY,
                    DRIP,
                    NUMBER_COLLISION,
                    FIELD_DROPPED,
                    SEARCH_UNFILTERED,
                    SEARCH_STALE,
                    DECIMAL_NUMBERS,
                    LARGE_DETAILS,
                    WEBHOOK_TWICE,
                    WEBHOOK_LATE,
                    WEBHOOK_LOST -> Optional.empty();
        };
    }

    /** What a caller sees whose request is executed later. */
    static Answer cut(Fault fault) {
        return fault.status() == 0 ? Answer.dropped() : failure(fault.status());
    }

    /** A .NET error for 500, otherwise a page of a server before Halo. */
    static Answer failure(int status) {
        if (status == 500) {
            return error("System.Exception", "An error has occurred.");
        }
        return Answer.html(status, """
                <html>
                <head><title>%1$d</title></head>
                <body><center><h1>%1$d</h1></center></body>
                </html>
                """.formatted(status));
    }

    /** Halo's form of a .NET exception. */
    static Answer error(String type, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ClassName", type);
        body.put("Message", message);
        return Answer.json(500, body);
    }

    private static Answer tooMany(Fault fault, Answer usual, InstantSource time) {
        return switch (fault.value()) {
            case "seconds" -> usual.with(RetryAfter.HEADER, RetryAfter.seconds(fault.pause()));
            case "date" ->
                usual.with(RetryAfter.HEADER, RetryAfter.date(time.instant().plus(fault.pause())));
            case "none" -> usual.without(RetryAfter.HEADER);
            default -> usual;
        };
    }
}
