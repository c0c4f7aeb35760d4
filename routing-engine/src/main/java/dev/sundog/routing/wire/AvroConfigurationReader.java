package dev.sundog.routing.wire;

import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.expression.BusinessHours;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.policy.Rule;
import dev.sundog.routing.silence.Silence;
import dev.sundog.routing.silence.SilenceBook;
import dev.sundog.routing.ticket.CustomField;
import dev.sundog.routing.ticket.Lifecycle;
import dev.sundog.routing.ticket.TicketTemplate;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the configuration as the control plane publishes it. Used by one thread. */
public final class AvroConfigurationReader {

    private static final Shape<dev.sundog.configuration.Organization, Organization> ORGANIZATION = new Shape<>(
            dev.sundog.configuration.Organization.class,
            dev.sundog.configuration.Organization::getId,
            AvroConfigurationReader::organization);
    private static final Shape<dev.sundog.configuration.Connection, Connection> CONNECTION = new Shape<>(
            dev.sundog.configuration.Connection.class,
            dev.sundog.configuration.Connection::getId,
            AvroConfigurationReader::connection);
    private static final Shape<dev.sundog.configuration.Policy, Policy> POLICY = new Shape<>(
            dev.sundog.configuration.Policy.class,
            dev.sundog.configuration.Policy::getId,
            AvroConfigurationReader::policy);
    private static final Shape<dev.sundog.configuration.Silence, Silence> SILENCE = new Shape<>(
            dev.sundog.configuration.Silence.class, dev.sundog.configuration.Silence::getId, AvroSilences::silence);

    private final SilenceBook silences = new SilenceBook();
    private final Deserializer<? extends SpecificRecord> deserializer;

    /** What a topic's records are, how they are called, and what routing makes of them. */
    private record Shape<R extends SpecificRecord, T>(Class<R> type, Function<R, String> id, Function<R, T> convert) {}

    public AvroConfigurationReader(Deserializer<? extends SpecificRecord> deserializer) {
        this.deserializer = deserializer;
    }

    /** Reads an organization; one that calls itself other than its key is undecodable. */
    public ReadOutcome<Organization> organization(String topic, String id, Headers headers, byte[] value) {
        return read(ORGANIZATION, topic, id, headers, value);
    }

    /** Reads a connection; one that calls itself other than its key is undecodable. */
    public ReadOutcome<Connection> connection(String topic, String id, Headers headers, byte[] value) {
        return read(CONNECTION, topic, id, headers, value);
    }

    /** Reads a policy; one that calls itself other than its key is undecodable. */
    public ReadOutcome<Policy> policy(String topic, String id, Headers headers, byte[] value) {
        return read(POLICY, topic, id, headers, value);
    }

    /** Reads a silence; one that calls itself other than its key, or that nobody could be asked about, is undecodable. */
    public ReadOutcome<Silence> silence(String topic, String id, Headers headers, byte[] value) {
        return switch (read(SILENCE, topic, id, headers, value)) {
            case ReadOutcome.Undecodable<Silence> undecodable -> undecodable;
            case ReadOutcome.Read<Silence> read -> {
                var faults = silences.faults(read.value());
                yield faults.isEmpty() ? read : new ReadOutcome.Undecodable<>(faults.toString());
            }
        };
    }

    private <R extends SpecificRecord, T> ReadOutcome<T> read(
            Shape<R, T> shape, String topic, String id, Headers headers, byte[] value) {
        try {
            var decoded = deserializer.deserialize(topic, headers, value);
            if (!shape.type().isInstance(decoded)) {
                return new ReadOutcome.Undecodable<>(
                        "not a record of this topic: " + decoded.getSchema().getFullName());
            }
            var record = shape.type().cast(decoded);
            return shape.id().apply(record).equals(id)
                    ? new ReadOutcome.Read<>(shape.convert().apply(record))
                    : new ReadOutcome.Undecodable<>(
                            "its id is not its key: " + shape.id().apply(record));
        } catch (SerializationException undecodable) {
            return new ReadOutcome.Undecodable<>(String.valueOf(undecodable.getMessage()));
        }
    }

    static Organization organization(dev.sundog.configuration.Organization from) {
        return new Organization(
                from.getId(),
                from.getTenantId(),
                from.getVersion(),
                from.getName(),
                from.getParentId(),
                from.getConnectionId(),
                from.getCustomerId(),
                from.getSiteId(),
                from.getUserId(),
                from.getPolicyId(),
                template(from.getOverrides()));
    }

    static Connection connection(dev.sundog.configuration.Connection from) {
        return new Connection(
                from.getId(),
                from.getTenantId(),
                from.getVersion(),
                from.getEnabled(),
                from.getClosedStatusIds(),
                from.getPolicyId(),
                template(from.getDefaults()),
                Set.copyOf(from.getServesOnly()),
                from.getDefaultCustomerId());
    }

    static Policy policy(dev.sundog.configuration.Policy from) {
        List<Rule> rules =
                from.getRules().stream().map(AvroConfigurationReader::rule).toList();
        return new Policy(
                from.getId(),
                from.getTenantId(),
                from.getVersion(),
                rules,
                template(from.getDefaults()),
                from.getLookups(),
                hours(from.getBusinessHours()),
                shadow(from));
    }

    private static @Nullable Policy shadow(dev.sundog.configuration.Policy of) {
        var draft = of.getShadow();
        return draft == null
                ? null
                : new Policy(
                        of.getId(),
                        of.getTenantId(),
                        draft.getVersion(),
                        draft.getRules().stream()
                                .map(AvroConfigurationReader::rule)
                                .toList(),
                        template(draft.getDefaults()),
                        draft.getLookups(),
                        hours(draft.getBusinessHours()),
                        null);
    }

    private static @Nullable BusinessHours hours(dev.sundog.configuration.@Nullable BusinessHours from) {
        if (from == null) {
            return null;
        }
        var opening = from.getOpening().stream()
                .map(hours -> new BusinessHours.Opening(
                        DayOfWeek.valueOf(hours.getDay().name()), hours.getOpens(), hours.getCloses()))
                .toList();
        return new BusinessHours(from.getTimeZone(), opening, from.getHolidays());
    }

    private static Rule rule(dev.sundog.configuration.Rule from) {
        return new Rule(
                from.getId(),
                from.getName(),
                from.getWhen(),
                switch (from.getAction()) {
                    case ROUTE -> Rule.Action.ROUTE;
                    case SUPPRESS -> Rule.Action.SUPPRESS;
                    case PARK -> Rule.Action.PARK;
                },
                from.getReason(),
                from.getParkUntil(),
                from.getContinue$(),
                template(from.getThen()));
    }

    private static TicketTemplate template(dev.sundog.configuration.@Nullable TicketTemplate from) {
        if (from == null) {
            return TicketTemplate.NONE;
        }
        return TicketTemplate.builder()
                .ticketTypeId(from.getTicketTypeId())
                .statusId(from.getStatusId())
                .priorityBySeverity(from.getPriorityBySeverity())
                .priorityBySeverityAndImpact(from.getPriorityBySeverityAndImpact())
                .team(from.getTeam())
                .agentId(from.getAgentId())
                .categories(from.getCategories())
                .customFields(from.getCustomFields().stream()
                        .map(field -> new CustomField(field.getName(), field.getValue()))
                        .toList())
                .impact(from.getImpact())
                .urgency(from.getUrgency())
                .slaId(from.getSlaId())
                .sourceId(from.getSourceId())
                .customerId(from.getCustomerId())
                .siteId(from.getSiteId())
                .userId(from.getUserId())
                .parentTicketId(from.getParentTicketId())
                .approvalProcessId(from.getApprovalProcessId())
                .assetIds(from.getAssetIds())
                .computed(from.getComputed())
                .summaryTemplate(from.getSummaryTemplate())
                .detailsTemplate(from.getDetailsTemplate())
                .noteTemplate(from.getNoteTemplate())
                .locale(from.getLocale())
                .timeZone(from.getTimeZone())
                .groupBy(from.getGroupBy())
                .groupKey(from.getGroupKey())
                .lifecycle(lifecycle(from.getLifecycle()))
                .build();
    }

    private static Lifecycle lifecycle(@Nullable LifecycleSettings from) {
        if (from == null) {
            return Lifecycle.NONE;
        }
        return new Lifecycle(
                same(from.getOnResolve(), Lifecycle.OnResolve.class),
                from.getClosedStatusId(),
                from.getQuietPeriodSeconds(),
                from.getReopenWindowSeconds(),
                same(from.getAfterReopenWindow(), Lifecycle.AfterReopenWindow.class),
                same(from.getOnUnsentResolution(), Lifecycle.OnUnsentResolution.class),
                from.getCloseTouched(),
                from.getCloseWithinSeconds(),
                from.getNoteIntervalSeconds(),
                from.getFlapThreshold(),
                from.getFlapWindowSeconds(),
                same(from.getOnDeleted(), Lifecycle.OnDeleted.class),
                same(from.getOnMerged(), Lifecycle.OnMerged.class),
                same(from.getOnClosedByPerson(), Lifecycle.OnClosedByPerson.class));
    }

    /** Our constant of the same name; null for none. */
    private static <E extends Enum<E>> @Nullable E same(@Nullable Enum<?> from, Class<E> ours) {
        return from == null ? null : Enum.valueOf(ours, from.name());
    }
}
