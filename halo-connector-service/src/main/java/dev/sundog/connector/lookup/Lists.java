package dev.sundog.connector.lookup;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.halo.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** How tickets are listed in a look-up: open and closed ones, the oldest first. */
final class Lists {

    /** Rows that are read one by one in a look-up, at most. */
    static final int DETAILS = 10;

    private Lists() {}

    /** Of those that were not deleted. */
    static Map<String, String> of(String filter, String reference) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(filter, reference);
        query.put("open_only", "false");
        query.put("closed_only", "false");
        query.put("pageinate", "true");
        query.put("page_size", "100");
        query.put("page_no", "1");
        query.put("order", "id");
        return query;
    }

    /** Of those that were deleted. */
    static Map<String, String> deleted(String filter, String reference) {
        Map<String, String> query = of(filter, reference);
        query.put("deleted", "true");
        return query;
    }

    /** Halo returned what nobody asked for, so that nothing can be said. */
    static <T> Answer<T> ignored(long total) {
        return cannotTell("Halo seems to ignore the look-up's filter: it returned " + total
                + " tickets, among them such without the reference. Choose another look-up for this connection.");
    }

    /** The look-up does not work here. */
    static <T> Answer<T> cannotTell(String words) {
        return new Answer.Ended<>(new CallEnd.Rejected(words), null);
    }
}
