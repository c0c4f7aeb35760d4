package dev.sundog.connector.stream;

import dev.sundog.connector.lifecycle.Change;
import dev.sundog.connector.lifecycle.Parting;
import dev.sundog.connector.lifecycle.Phase;
import dev.sundog.connector.lifecycle.TicketRef;
import dev.sundog.connector.stream.state.ChangeName;
import dev.sundog.connector.stream.state.FoldRow;
import dev.sundog.connector.stream.state.PartingName;
import dev.sundog.connector.stream.state.PhaseName;
import dev.sundog.connector.stream.state.PhaseRow;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Phases to and from their rows. */
final class AvroPhases {

    private AvroPhases() {}

    static PhaseRow write(Phase phase) {
        return switch (phase) {
            case Phase.Idle _ -> row(PhaseName.IDLE).build();
            case Phase.Folded folded -> write(folded);
            case Phase.Ticketless ticketless -> write(ticketless);
            case Phase.Ticketed ticketed -> write(ticketed);
            case Phase.Changing changing ->
                change(ticket(row(PhaseName.CHANGING), changing.ticket()), changing.change())
                        .setCallId(changing.callId())
                        .setTries(changing.attempt())
                        .setNoteSpent(changing.noteSpent())
                        .build();
            case Phase.Reading reading ->
                PhaseRow.newBuilder(write(reading.from()))
                        .setReadId(reading.callId())
                        .build();
            case Phase.Reopening reopening ->
                over(row(PhaseName.REOPENING), reopening.from())
                        .setCallId(reopening.callId())
                        .build();
        };
    }

    private static PhaseRow write(Phase.Folded folded) {
        PhaseRow.Builder row =
                row(PhaseName.IDLE).setFold(new FoldRow(folded.generation(), folded.at(), folded.over()));
        TicketRef ticket = folded.ticket();
        return (ticket == null ? row : ticket(row, ticket)).build();
    }

    private static PhaseRow write(Phase.Ticketless phase) {
        return switch (phase) {
            case Phase.Wanted wanted ->
                row(PhaseName.WANTED).setTries(wanted.tries()).build();
            case Phase.Creating creating ->
                row(PhaseName.CREATING)
                        .setCallId(creating.callId())
                        .setTries(creating.attempt())
                        .build();
            case Phase.Unsure unsure ->
                row(PhaseName.UNSURE)
                        .setCreateId(unsure.createId())
                        .setTries(unsure.attempt())
                        .setLooks(unsure.looks())
                        .setMisses(unsure.misses())
                        .build();
            case Phase.Finding finding ->
                row(PhaseName.FINDING)
                        .setCallId(finding.callId())
                        .setCreateId(finding.createId())
                        .setTries(finding.attempt())
                        .setLooks(finding.looks())
                        .setMisses(finding.misses())
                        .build();
            case Phase.Refused refused ->
                row(PhaseName.REFUSED).setTries(refused.attempt()).build();
        };
    }

    private static PhaseRow write(Phase.Ticketed phase) {
        return switch (phase) {
            case Phase.Open open ->
                ticket(row(PhaseName.OPEN), open.ticket())
                        .setTries(open.tries())
                        .setNoteSpent(open.noteSpent())
                        .build();
            case Phase.Held held -> ticket(row(PhaseName.HELD), held.ticket()).build();
            case Phase.Over over -> over(row(PhaseName.OVER), over).build();
            case Phase.Parted parted ->
                ticket(row(PhaseName.OVER), parted.ticket())
                        .setAt(parted.at())
                        .setParting(PartingName.valueOf(parted.how().name()))
                        .setHeard(parted.heard())
                        .build();
        };
    }

    private static PhaseRow.Builder row(PhaseName name) {
        return PhaseRow.newBuilder().setName(name);
    }

    static Phase read(PhaseRow row) {
        Phase phase = named(row);
        return row.getReadId() != null && phase instanceof Phase.Ticketed from
                ? new Phase.Reading(from, row.getReadId())
                : phase;
    }

    private static Phase named(PhaseRow row) {
        return switch (row.getName()) {
            case IDLE -> idle(row);
            case WANTED -> new Phase.Wanted(row.getTries());
            case CREATING -> new Phase.Creating(text(row.getCallId()), row.getTries());
            case UNSURE -> new Phase.Unsure(text(row.getCreateId()), row.getTries(), row.getLooks(), row.getMisses());
            case FINDING ->
                new Phase.Finding(
                        text(row.getCallId()),
                        text(row.getCreateId()),
                        row.getTries(),
                        row.getLooks(),
                        row.getMisses());
            case REFUSED -> new Phase.Refused(row.getTries());
            case OPEN -> new Phase.Open(ticket(row), row.getTries(), row.getNoteSpent());
            case CHANGING ->
                new Phase.Changing(ticket(row), text(row.getCallId()), row.getTries(), change(row), row.getNoteSpent());
            case HELD -> new Phase.Held(ticket(row));
            case OVER -> row.getParting() == null ? over(row) : parted(row, row.getParting());
            case REOPENING -> new Phase.Reopening(over(row), text(row.getCallId()));
        };
    }

    private static PhaseRow.Builder over(PhaseRow.Builder row, Phase.Over over) {
        return ticket(row, over.ticket())
                .setAt(over.at())
                .setClosed(over.finish() != Phase.Finish.LEFT)
                .setFinish(
                        switch (over.finish()) {
                            case CLOSED, LEFT -> null;
                            case CLOSED_BY_PERSON -> PartingName.CLOSED;
                            case WONT_FIX -> PartingName.WONT_FIX;
                        })
                .setTries(over.tries())
                .setNoteSpent(over.noteSpent());
    }

    private static Phase.Over over(PhaseRow row) {
        Instant at = Objects.requireNonNull(row.getAt(), "a matter that is over lacks its time");
        return new Phase.Over(ticket(row), at, finish(row), row.getTries(), row.getNoteSpent());
    }

    private static Phase.Finish finish(PhaseRow row) {
        if (row.getFinish() == null) {
            return row.getClosed() ? Phase.Finish.CLOSED : Phase.Finish.LEFT;
        }
        return row.getFinish() == PartingName.WONT_FIX ? Phase.Finish.WONT_FIX : Phase.Finish.CLOSED_BY_PERSON;
    }

    private static Phase.Parted parted(PhaseRow row, PartingName how) {
        Instant at = Objects.requireNonNull(row.getAt(), "a ticket that was taken away lacks the time of that");
        return new Phase.Parted(ticket(row), at, Parting.valueOf(how.name()), row.getHeard());
    }

    private static PhaseRow.Builder ticket(PhaseRow.Builder row, TicketRef ticket) {
        return row.setTicketId(ticket.ticketId()).setTicketUrl(ticket.url());
    }

    private static TicketRef ticket(PhaseRow row) {
        return new TicketRef(
                Objects.requireNonNull(row.getTicketId(), "the phase lacks its ticket"), text(row.getTicketUrl()));
    }

    private static Phase idle(PhaseRow row) {
        FoldRow fold = row.getFold();
        if (fold == null) {
            return new Phase.Idle();
        }
        TicketRef ticket = row.getTicketId() == null ? null : ticket(row);
        return new Phase.Folded(fold.getGeneration(), fold.getAt(), ticket, fold.getOver());
    }

    private static PhaseRow.Builder change(PhaseRow.Builder row, Change change) {
        return switch (change) {
            case Change.Note note -> row.setChange(ChangeName.NOTE).setRepeats(note.repeats());
            case Change.Rewrite rewrite ->
                row.setChange(ChangeName.NOTE).setRewrites(true).setRepeats(rewrite.repeats());
            case Change.Close _ -> row.setChange(ChangeName.CLOSE);
            case Change.Farewell _ -> row.setChange(ChangeName.FAREWELL);
        };
    }

    private static Change change(PhaseRow row) {
        return switch (Objects.requireNonNull(row.getChange(), "the phase lacks its change")) {
            case NOTE -> row.getRewrites() ? new Change.Rewrite(row.getRepeats()) : new Change.Note(row.getRepeats());
            case CLOSE -> new Change.Close();
            case FAREWELL -> new Change.Farewell();
        };
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNull(text, "the phase lacks a name that it needs");
    }
}
