package dev.sundog.console.reference;

import dev.sundog.console.TestTopics;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.HaloReference;
import dev.sundog.delivery.ReferenceItem;
import dev.sundog.delivery.ReferenceKind;
import dev.sundog.delivery.ReferenceResult;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** What delivery read through one connection, as it publishes it. */
public record PublishedReference(String tenantId, String connectionId) {

    /** A whole read of a kind. */
    public void read(ReferenceKind kind, ReferenceItem... items) {
        publish(part(kind, now(), items));
    }

    /** A whole read that began some time ago. */
    public void readAt(Instant at, ReferenceKind kind, ReferenceItem... items) {
        publish(part(kind, at, items));
    }

    /** A read that ended before the list did. */
    public void readInPart(ReferenceKind kind, ReferenceItem... items) {
        var part = part(kind, now(), items);
        part.setTruncated(true);
        publish(part);
    }

    /** A read that came to nothing. */
    public void notPermitted(ReferenceKind kind) {
        var gap = part(kind, now());
        gap.setPart(0);
        gap.setParts(0);
        gap.setResult(ReferenceResult.NOT_PERMITTED);
        publish(gap);
    }

    /** A thing to choose. */
    public static ReferenceItem item(long id, String name) {
        return ReferenceItem.newBuilder().setId(id).setName(name).build();
    }

    private void publish(HaloReference part) {
        var key = connectionId + "/" + part.getKind() + "/" + part.getPart();
        TestTopics.publish(Topics.HALO_REFERENCE, key, part, now());
    }

    private HaloReference part(ReferenceKind kind, Instant at, ReferenceItem... items) {
        return HaloReference.newBuilder()
                .setTenantId(tenantId)
                .setConnectionId(connectionId)
                .setKind(kind)
                .setPart(1)
                .setParts(1)
                .setReadId(UUID.randomUUID().toString())
                .setReadAt(at)
                .setResult(ReferenceResult.READ)
                .setItems(List.of(items))
                .build();
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }
}
