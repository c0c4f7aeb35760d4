package dev.sundog.routing.template;

/** The texts of a ticket that a tenant may write templates for. */
public enum TicketText {
    /** The headline: one line of plain text. */
    SUMMARY("summaryTemplate", 1_000, false),
    /** The body: HTML. */
    DETAILS("detailsTemplate", 20_000, true),
    /** What is said of a repeat or of the end: HTML. */
    NOTE("noteTemplate", 4_000, true);

    private final String field;
    private final int limit;
    private final boolean html;

    TicketText(String field, int limit, boolean html) {
        this.field = field;
        this.limit = limit;
        this.html = html;
    }

    /** Name of the configured field. */
    public String field() {
        return field;
    }

    /** Longest template, in chars. */
    public int limit() {
        return limit;
    }

    /** True where the text is HTML, false where it is plain. */
    public boolean html() {
        return html;
    }
}
