package dev.sundog.gateway.notice;

import dev.sundog.delivery.HaloNotice;
import dev.sundog.gateway.notice.NoticeProperties.Hook;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/** Notices in their form on {@code halo-notices-v1}. */
final class AvroNotices {

    private AvroNotices() {}

    static SpecificRecord record(Hook hook, Notice notice, Instant receivedAt) {
        return HaloNotice.newBuilder()
                .setNoticeId(notice.noticeId())
                .setTenantId(hook.tenantId())
                .setConnectionId(hook.connectionId())
                .setReceivedAt(receivedAt)
                .setEvent(notice.event())
                .setTicketId(notice.ticketId())
                .setStatusId(notice.statusId())
                .build();
    }
}
