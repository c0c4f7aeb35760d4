package dev.sundog.connector.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Payload;
import dev.sundog.connector.lifecycle.Flaps;
import dev.sundog.connector.lifecycle.Making;
import dev.sundog.connector.lifecycle.PartingRules;
import dev.sundog.connector.lifecycle.Phase;
import dev.sundog.connector.lifecycle.Sight;
import dev.sundog.connector.lifecycle.TicketRef;
import dev.sundog.connector.lifecycle.TicketState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

/** A store that an earlier version wrote is read as it was meant. */
class EarlierRowsTest {

    private static final Instant AT = Instant.parse("2026-11-21T12:00:00Z");
    private static final Schema TICKET = AvroStateSerde.schema("ticket-1.avsc");

    @Test
    void readsAnOpenTicketOfTheFirstVersion() throws IOException {
        TicketState state = read(row("OPEN", false));

        assertThat(state.phase()).isEqualTo(new Phase.Open(new TicketRef(7, "https://halo/ticket?id=7"), 0, false));
        assertThat(state.making()).isEqualTo(new Making(Payload.FULL, null));
        assertThat(state.sight()).isEqualTo(Sight.NONE);
        assertThat(state.flaps()).isEqualTo(Flaps.NONE);
        assertThat(state.newest().rules().parting()).isEqualTo(PartingRules.USUAL);
        assertThat(state.lost()).isEmpty();
    }

    @Test
    void knowsHowAMatterOfTheFirstVersionEnded() throws IOException {
        assertThat(((Phase.Over) read(row("OVER", true)).phase()).finish()).isEqualTo(Phase.Finish.CLOSED);
        assertThat(((Phase.Over) read(row("OVER", false)).phase()).finish()).isEqualTo(Phase.Finish.LEFT);
    }

    private static TicketState read(GenericRecord row) throws IOException {
        ByteBuffer bytes = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), TICKET).encode(row);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes.array(), bytes.position(), bytes.remaining());
        return AvroStateSerde.tickets().deserializer().deserialize("t", out.toByteArray());
    }

    private static GenericRecord row(String phase, boolean closed) {
        return new GenericRecordBuilder(TICKET)
                .set("ticketKey", "k")
                .set("tenantId", "t")
                .set("connectionId", "c")
                .set("organizationId", "o")
                .set("source", "s")
                .set("episode", 1)
                .set("phase", phase(phase, closed))
                .set("newest", wish())
                .set("goalSince", AT.toEpochMilli())
                .build();
    }

    private static GenericRecord phase(String name, boolean closed) {
        Schema schema = TICKET.getField("phase").schema();
        return new GenericRecordBuilder(schema)
                .set("name", new GenericData.EnumSymbol(schema.getField("name").schema(), name))
                .set("ticketId", 7L)
                .set("ticketUrl", "https://halo/ticket?id=7")
                .set("at", AT.toEpochMilli())
                .set("closed", closed)
                .build();
    }

    private static GenericRecord wish() {
        Schema schema = TICKET.getField("newest").schema();
        GenericRecord fields = new GenericRecordBuilder(
                        schema.getField("fields").schema())
                .set("customerId", 12L)
                .set("categories", List.of())
                .set("customFields", List.of())
                .set("summary", "Disk full")
                .set("detailsHtml", "")
                .build();
        return new GenericRecordBuilder(schema)
                .set("eventId", "e1")
                .set("dedupKey", "disk")
                .set("open", true)
                .set("acceptedAt", AT.toEpochMilli())
                .set("fields", fields)
                .set("noteHtml", "")
                .set("closes", true)
                .set("closedStatusId", 9L)
                .build();
    }
}
