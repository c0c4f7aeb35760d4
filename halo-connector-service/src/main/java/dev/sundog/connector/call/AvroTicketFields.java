package dev.sundog.connector.call;

/** Ticket fields from and to their form on the topics. */
public final class AvroTicketFields {

    private AvroTicketFields() {}

    /** From the topic. */
    public static TicketFields read(dev.sundog.delivery.TicketFields avro) {
        return new TicketFields(
                avro.getCustomerId(),
                avro.getSiteId(),
                avro.getUserId(),
                avro.getTicketTypeId(),
                avro.getStatusId(),
                avro.getPriorityId(),
                avro.getTeam(),
                avro.getAgentId(),
                avro.getCategories(),
                avro.getCustomFields().stream()
                        .map(field -> new CustomField(field.getName(), field.getValue()))
                        .toList(),
                avro.getImpact(),
                avro.getUrgency(),
                avro.getSlaId(),
                avro.getSourceId(),
                avro.getParentId(),
                avro.getAssetIds(),
                avro.getApprovalProcessId(),
                avro.getSummary(),
                avro.getDetailsHtml());
    }

    /** To the topic. */
    static dev.sundog.delivery.TicketFields write(TicketFields fields) {
        return dev.sundog.delivery.TicketFields.newBuilder()
                .setCustomerId(fields.customerId())
                .setSiteId(fields.siteId())
                .setUserId(fields.userId())
                .setTicketTypeId(fields.ticketTypeId())
                .setStatusId(fields.statusId())
                .setPriorityId(fields.priorityId())
                .setTeam(fields.team())
                .setAgentId(fields.agentId())
                .setCategories(fields.categories())
                .setCustomFields(fields.customFields().stream()
                        .map(field -> new dev.sundog.configuration.CustomField(field.name(), field.value()))
                        .toList())
                .setImpact(fields.impact())
                .setUrgency(fields.urgency())
                .setSlaId(fields.slaId())
                .setSourceId(fields.sourceId())
                .setParentId(fields.parentId())
                .setAssetIds(fields.assetIds())
                .setApprovalProcessId(fields.approvalProcessId())
                .setSummary(fields.summary())
                .setDetailsHtml(fields.detailsHtml())
                .build();
    }
}
