package dev.sundog.connector.call;

import dev.sundog.delivery.ReferenceResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be chosen in Halo from and to its form on the topics. */
public final class AvroReferenceItems {

    private AvroReferenceItems() {}

    static dev.sundog.delivery.@Nullable ReferencePage write(@Nullable ReferencePage page) {
        return page == null
                ? null
                : dev.sundog.delivery.ReferencePage.newBuilder()
                        .setResult(result(page.result()))
                        .setDetail(page.detail())
                        .setItems(write(page.items()))
                        .setTotal(page.total())
                        .setMore(page.more())
                        .build();
    }

    static @Nullable ReferencePage read(dev.sundog.delivery.@Nullable ReferencePage avro) {
        return avro == null
                ? null
                : new ReferencePage(
                        ReferencePage.Result.valueOf(avro.getResult().name()),
                        avro.getDetail(),
                        avro.getItems().stream().map(AvroReferenceItems::read).toList(),
                        avro.getTotal(),
                        avro.getMore());
    }

    /** To the topic. */
    public static ReferenceResult result(ReferencePage.Result result) {
        return ReferenceResult.valueOf(result.name());
    }

    /** To the topic. */
    public static List<dev.sundog.delivery.ReferenceItem> write(List<ReferenceItem> items) {
        return items.stream().map(AvroReferenceItems::write).toList();
    }

    private static dev.sundog.delivery.ReferenceItem write(ReferenceItem item) {
        return dev.sundog.delivery.ReferenceItem.newBuilder()
                .setId(item.id())
                .setName(item.name())
                .setLabel(item.label())
                .setActive(item.active())
                .setSlaId(item.links().slaId())
                .setCustomerId(item.links().customerId())
                .setSiteId(item.links().siteId())
                .setTypeId(item.links().typeId())
                .setEmail(item.evidence().email())
                .setDomains(item.evidence().domains())
                .setAzureTenantIds(item.evidence().azureTenantIds())
                .setExternalIds(item.evidence().externalIds())
                .setMandatoryFields(item.mandatoryFields())
                .setTeams(item.teams())
                .setComplete(item.complete())
                .build();
    }

    private static ReferenceItem read(dev.sundog.delivery.ReferenceItem avro) {
        return new ReferenceItem(
                avro.getId(),
                avro.getName(),
                avro.getLabel(),
                avro.getActive(),
                new ReferenceItem.Links(avro.getSlaId(), avro.getCustomerId(), avro.getSiteId(), avro.getTypeId()),
                new ReferenceItem.Evidence(
                        avro.getEmail(), avro.getDomains(), avro.getAzureTenantIds(), avro.getExternalIds()),
                avro.getMandatoryFields(),
                avro.getTeams(),
                avro.getComplete());
    }
}
