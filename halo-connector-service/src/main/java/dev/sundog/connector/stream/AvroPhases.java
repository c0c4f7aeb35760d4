package dev.sundog.connector.stream;

import dev.sundog.connector.lifecycle.Change;
import dev.sundog.connector.lifecycle.Phase;
import dev.sundog.connector.lifecycle.TicketRef;
import dev.sundog.connector.stream.state.ChangeName;
import dev.sundog.connector.stream.state.PhaseName;
import dev.sundog.connector.stream.state.PhaseRow;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Phases to and from their rows. */
final class AvroPhases {

    private AvroPhases() {}

    static PhaseRow write(Phase phase) {
        PhaseRow.Builder row = PhaseRow.newBuilder().setCallId(phase.callId());
        return switch (phase) {
            case Phase.Idle _ -> row.setName(PhaseName.IDLE).build();
            case Phase.Wanted wanted ->
                row.setName(PhaseName.WANTED).setTries(wanted.tries()).build();
            case Phase.Creating creating ->
                row.setName(PhaseName.CREATING).setTries(creating.attempt()).build();
            case Phase.Unsure unsure ->
                row.setName(PhaseName.UNSURE)
                        .setCreateId(unsure.createId())
                        .setTries(unsure.attempt())
                        .setLooks(unsure.looks())
                        .build();
            case Phase.Finding finding ->
                row.setName(PhaseName.FINDING)
                        .setCreateId(finding.createId())
                        .setTries(finding.attempt())
                        .setLooks(finding.looks())
                        .build();
            case Phase.Refused refused ->
                row.setName(PhaseName.REFUSED).setTries(refused.attempt()).build();
            case Phase.Open open ->
                ticket(row.setName(PhaseName.OPEN), open.ticket())
                        .setTries(open.tries())
                        .setNoteSpent(open.noteSpent())
                        .build();
            case Phase.Changing changing ->
                change(ticket(row.setName(PhaseName.CHANGING), changing.ticket()), changing.change())
                        .setTries(changing.attempt())
                        .setNoteSpent(changing.noteSpent())
                        .build();
            case Phase.Held held ->
                ticket(row.setName(PhaseName.HELD), held.ticket()).build();
            case Phase.Over over -> over(row.setName(PhaseName.OVER), over).build();
            case Phase.Reopening reopening ->
                over(row.setName(PhaseName.REOPENING), reopening.from()).build();
        };
    }

    static Phase read(PhaseRow row) {
        return switch (row.getName()) {
            case IDLE -> new Phase.Idle();
            case WANTED -> new Phase.Wanted(row.getTries());
            case CREATING -> new Phase.Creating(text(row.getCallId()), row.getTries());
            case UNSURE -> new Phase.Unsure(text(row.getCreateId()), row.getTries(), row.getLooks());
            case FINDING ->
                new Phase.Finding(text(row.getCallId()), text(row.getCreateId()), row.getTries(), row.getLooks());
            case REFUSED -> new Phase.Refused(row.getTries());
            case OPEN -> new Phase.Open(ticket(row), row.getTries(), row.getNoteSpent());
            case CHANGING ->
                new Phase.Changing(ticket(row), text(row.getCallId()), row.getTries(), change(row), row.getNoteSpent());
            case HELD -> new Phase.Held(ticket(row));
            case OVER -> over(row);
            case REOPENING -> new Phase.Reopening(over(row), text(row.getCallId()));
        };
    }

    private static PhaseRow.Builder over(PhaseRow.Builder row, Phase.Over over) {
        return ticket(row, over.ticket())
                .setAt(over.at())
                .setClosed(over.closed())
                .setTries(over.tries())
                .setNoteSpent(over.noteSpent());
    }

    private static Phase.Over over(PhaseRow row) {
        Instant at = Objects.requireNonNull(row.getAt(), "a matter that is over lacks its time");
        return new Phase.Over(ticket(row), at, row.getClosed(), row.getTries(), row.getNoteSpent());
    }

    private static PhaseRow.Builder ticket(PhaseRow.Builder row, TicketRef ticket) {
        return row.setTicketId(ticket.ticketId()).setTicketUrl(ticket.url());
    }

    private static TicketRef ticket(PhaseRow row) {
        return new TicketRef(
                Objects.requireNonNull(row.getTicketId(), "the phase lacks its ticket"), text(row.getTicketUrl()));
    }

    private static PhaseRow.Builder change(PhaseRow.Builder row, Change change) {
        return switch (change) {
            case Change.Note note -> row.setChange(ChangeName.NOTE).setRepeats(note.repeats());
            case Change.Close _ -> row.setChange(ChangeName.CLOSE);
            case Change.Farewell _ -> row.setChange(ChangeName.FAREWELL);
        };
    }

    private static Change change(PhaseRow row) {
        return switch (Objects.requireNonNull(row.getChange(), "the phase lacks its change")) {
            case NOTE -> new Change.Note(row.getRepeats());
            case CLOSE -> new Change.Close();
            case FAREWELL -> new Change.Farewell();
        };
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNull(text, "the phase lacks a name that it needs");
    }
}
