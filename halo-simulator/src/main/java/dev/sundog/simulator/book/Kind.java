package dev.sundog.simulator.book;

/** The lists of a tenant beside its tickets. */
public enum Kind {
    AGENT("Uname"),
    APPOINTMENT("Appointment"),
    ASSET("Device"),
    ATTACHMENT("Attachment"),
    CATEGORY("CategoryDetail"),
    CLIENT("Area"),
    CONTRACT("ContractHeader"),
    CRM_NOTE("AreaNote"),
    CUSTOM_FIELD("FieldInfo"),
    EXTERNAL_LINK("ExternalLink_List"),
    INCOMING_EVENT("IncomingEvent"),
    INVOICE("InvoiceHeader"),
    ITEM("Item"),
    KB_ARTICLE("KBEntry"),
    LICENCE("Licence_List"),
    LOOKUP("Lookup"),
    ORGANISATION("Organisation"),
    OUTCOME("TOutcome"),
    PRIORITY("Policy"),
    PURCHASE_ORDER("SupplierOrderHeader"),
    QUOTATION("QuotationHeader"),
    RECURRING_INVOICE("InvoiceHeader"),
    REPORT("AnalyzerProfile"),
    SALES_ORDER("OrderHead"),
    SITE("Site"),
    SLA("SlaHead"),
    STATUS("TStatus"),
    SUPPLIER("Company"),
    TEAM("SectionDetail"),
    TICKET_TYPE("RequestType"),
    TIMESHEET("Timesheet"),
    TIMESHEET_EVENT("TimesheetEvent"),
    TOPLEVEL("Tree"),
    USER("Users");

    private final String schema;

    Kind(String schema) {
        this.schema = schema;
    }

    /** Name of its schema in Halo's description. */
    public String schema() {
        return schema;
    }
}
