package dev.sundog.connector.stream;

import dev.sundog.connector.audit.Finding;
import dev.sundog.connector.call.AvroCalls;
import dev.sundog.connector.call.Call;
import dev.sundog.connector.lane.LaneNews;
import dev.sundog.connector.lifecycle.Cause;
import dev.sundog.connector.lifecycle.Effect;
import dev.sundog.connector.lifecycle.Outbox;
import dev.sundog.connector.lifecycle.TicketIdentity;
import dev.sundog.connector.lifecycle.TicketNews;
import dev.sundog.connector.lifecycle.TicketRef;
import dev.sundog.connector.meters.ConnectorMeters;
import dev.sundog.connector.reference.ReferenceNews;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forwards what the lifecycle wants done to the sinks, and asks for a commit so that a call does not wait for the next. */
final class KafkaOutbox implements Outbox {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaOutbox.class);

    private final ProcessorContext<String, Object> context;
    private final ConnectorMeters meters;

    KafkaOutbox(ProcessorContext<String, Object> context, ConnectorMeters meters) {
        this.context = context;
        this.meters = meters;
    }

    @Override
    public void send(Call call) {
        forward(call.ticketKey(), AvroCalls.write(call), KafkaDeliveryTopology.CALLS);
        context.commit();
    }

    @Override
    public void lane(LaneNews news) {
        forward(news.connectionId(), AvroLanes.status(news), KafkaDeliveryTopology.LANE_STATUS);
    }

    @Override
    public void publish(TicketNews news) {
        forward(news.identity().ticketKey(), AvroTicketEvents.write(news), KafkaDeliveryTopology.EVENTS);
        if (news.detail() instanceof TicketNews.Created) {
            news.causedBy().forEach(cause -> meters.ticketed(cause.acceptedAt(), news.at()));
        }
        LOGGER.atInfo()
                .addKeyValue(
                        "eventId", news.causedBy().stream().map(Cause::eventId).collect(Collectors.joining(",")))
                .addKeyValue("news", news.detail().getClass().getSimpleName())
                .addKeyValue("ticketKey", news.identity().ticketKey())
                .addKeyValue("organizationId", news.identity().organizationId())
                .addKeyValue("connectionId", news.identity().connectionId())
                .addKeyValue("ticketId", ticketId(news.detail()))
                .addKeyValue("reason", news.detail() instanceof TicketNews.Failed failed ? failed.reason() : "")
                .log("ticket event published");
    }

    @Override
    public void doubled(TicketIdentity identity, Effect.Doubled doubled) {
        meters.doubled();
        LOGGER.atError()
                .addKeyValue("ticketKey", identity.ticketKey())
                .addKeyValue("ticketId", doubled.ticketIds())
                .log("Halo has several tickets with one reference; the lowest is kept");
    }

    /** The auditor found several tickets with one reference. */
    void found(Finding finding, String tenantId) {
        meters.doubled();
        forward(finding.connectionId(), AvroErrands.write(finding, tenantId), KafkaDeliveryTopology.FINDINGS);
        LOGGER.atError()
                .addKeyValue("connectionId", finding.connectionId())
                .addKeyValue("ticketKey", finding.ticketKey())
                .addKeyValue("ticketId", finding.keptTicketId() + "," + finding.duplicateTicketIds())
                .addKeyValue("remedy", finding.remedy())
                .log("the auditor found several tickets with one reference");
    }

    /** A part of what can be chosen in Halo came, or went. */
    void reference(ReferenceNews news) {
        switch (news) {
            case ReferenceNews.Part part ->
                forward(AvroReadings.key(part), AvroReadings.write(part), KafkaDeliveryTopology.REFERENCE);
            case ReferenceNews.Gone gone ->
                context.forward(
                        new Record<String, Object>(AvroReadings.key(gone), null, context.currentSystemTimeMs()),
                        KafkaDeliveryTopology.REFERENCE);
        }
        if (news instanceof ReferenceNews.Part part && part.part() == ReferenceNews.GAP) {
            LOGGER.atWarn()
                    .addKeyValue("connectionId", part.connectionId())
                    .addKeyValue("kind", part.kind())
                    .addKeyValue("reason", part.result())
                    .log("what can be chosen in Halo could not be read");
        }
    }

    @Override
    public void commandRefused(String ticketKey, Effect.CommandRefused refused) {
        LOGGER.atWarn()
                .addKeyValue("ticketKey", ticketKey)
                .addKeyValue("commandId", refused.commandId())
                .addKeyValue("reason", refused.words())
                .log("a command cannot be carried out");
    }

    @Override
    public void noteRefused(TicketIdentity identity, Effect.NoteRefused refused) {
        LOGGER.atWarn()
                .addKeyValue("ticketKey", identity.ticketKey())
                .addKeyValue("reason", refused.words())
                .log("Halo refused a note about a repeat");
    }

    private static String ticketId(TicketNews.Detail detail) {
        TicketRef ticket = switch (detail) {
            case TicketNews.Created created -> created.ticket();
            case TicketNews.Updated updated -> updated.ticket();
            case TicketNews.Resolved resolved -> resolved.ticket();
            case TicketNews.Reopened reopened -> reopened.ticket();
            case TicketNews.StatusChanged changed -> changed.ticket();
            case TicketNews.Failed _ -> null;
        };
        return ticket == null ? "" : String.valueOf(ticket.ticketId());
    }

    private void forward(String key, SpecificRecord value, String sink) {
        context.forward(new Record<String, Object>(key, value, context.currentSystemTimeMs()), sink);
    }
}
