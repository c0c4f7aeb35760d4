package dev.sundog.console.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.problem.FieldError;
import dev.sundog.console.problem.FieldErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a document is refused for. */
class ValidationTest {

    private final References nothing = (_, _) -> Optional.empty();

    @Test
    void namesEveryErrorWithItsPlaceAndWhatIsAllowed() {
        var errors = policy("""
                {'id':'p','tenantId':'acme','colour':'red','rules':[
                  {'id':'one','name':'One','action':'IGNORE'},
                  {'id':'one','name':'Two','action':'PARK'},
                  {'name':'Three','then':{'priorityBySeverity':{'URGENT':1},'ticketTypeId':0}}]}""");

        assertThat(errors)
                .extracting(FieldError::pointer)
                .contains(
                        "/colour",
                        "/rules/0/action",
                        "/rules/1/id",
                        "/rules/1/reason",
                        "/rules/2/id",
                        "/rules/2/then/priorityBySeverity/URGENT",
                        "/rules/2/then/ticketTypeId");
        assertThat(errors)
                .extracting(FieldError::detail)
                .anyMatch(detail -> detail.contains("allowed: ROUTE, SUPPRESS, PARK"))
                .anyMatch(detail -> detail.contains("allowed: CRITICAL, HIGH, MEDIUM, LOW, INFO"))
                .anyMatch(detail -> detail.contains("known here: id, tenantId"));
    }

    @Test
    void takesAPolicyThatIsRight() {
        var errors = policy("""
                {'id':'p','tenantId':'acme','rules':[
                  {'id':'night','name':'Night','when':'event.severity == \\'LOW\\'','action':'PARK',
                   'reason':'quiet hours','parkUntil':'2026-12-01T06:00:00Z'},
                  {'id':'all','name':'All','then':{'team':'1st Line','categories':['A>B'],'groupBy':['labels.host']}}]}""");

        assertThat(errors).isEmpty();
    }

    @Test
    void asksTheEngineForWhatOnlyItUnderstands() {
        var errors = policy("""
                {'id':'p','tenantId':'acme','businessHours':{'timeZone':'Mars/Olympus'},
                 'defaults':{'computed':{'colour':'1'},'groupKey':'event.title'},
                 'rules':[{'id':'r','name':'R','when':'event.severty == 1',
                   'then':{'computed':{'agentId':'event.title'},'summaryTemplate':'{{tilte}}'}}]}""");

        assertThat(errors)
                .extracting(FieldError::pointer)
                .containsExactly(
                        "/businessHours/timeZone",
                        "/defaults/computed/colour",
                        "/defaults/groupKey",
                        "/rules/0/when",
                        "/rules/0/then/computed/agentId",
                        "/rules/0/then/summaryTemplate");
        assertThat(errors)
                .extracting(FieldError::detail)
                .anyMatch(detail -> detail.startsWith("rule R: line 1, column 1: there is no fact event.severty"))
                .anyMatch(detail -> detail.equals("rule R: gives a text, must give a whole number"));
    }

    @Test
    void asksTheEngineAboutTheFieldsOfAConnection() {
        assertThat(connection("'defaults':{'computed':{'team':'lookups.owners[event.source]'}}"))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.pointer()).isEqualTo("/defaults/computed/team");
                    assertThat(error.detail()).contains("there is no fact lookups.owners");
                });
        assertThat(connection("'servesOnly':['Not An Id'],'defaultCustomerId':0"))
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/servesOnly/0", "/defaultCustomerId");
    }

    @Test
    void refusesWrongTypesWhereverTheyAre() {
        var errors = policy("""
                {'id':7,'tenantId':null,'rules':[[],{'id':'a','name':'A','continue':'yes','parkUntil':'tomorrow'},null]}""");

        assertThat(errors)
                .extracting(FieldError::pointer)
                .contains("/id", "/tenantId", "/rules/0", "/rules/1/continue", "/rules/1/parkUntil", "/rules/2");
    }

    @Test
    void takesEverySettingOfATicketsLife() {
        var errors = life("'onResolve':'CLOSE','closedStatusId':9,'quietPeriodSeconds':0,'reopenWindowSeconds':3600,"
                + "'afterReopenWindow':'CHILD','onUnsentResolution':'CREATE_AND_CLOSE','closeTouched':true,"
                + "'closeWithinSeconds':86400,'noteIntervalSeconds':900,'flapThreshold':5,"
                + "'flapWindowSeconds':600,'onDeleted':'RECREATE','onMerged':'FOLLOW',"
                + "'onClosedByPerson':'REOPEN'");

        assertThat(errors).isEmpty();
    }

    @Test
    void namesEachSettingOfATicketsLifeThatIsWrong() {
        var errors = life("'closedStatusId':0,'quietPeriodSeconds':-1,'reopenWindowSeconds':-1,'closeWithinSeconds':-1,"
                + "'noteIntervalSeconds':-1,'flapThreshold':21,'flapWindowSeconds':0,'onDeleted':'UNDELETE',"
                + "'closeTouched':'yes'");

        assertThat(errors)
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/rules/0/then/lifecycle/closedStatusId",
                        "/rules/0/then/lifecycle/quietPeriodSeconds",
                        "/rules/0/then/lifecycle/reopenWindowSeconds",
                        "/rules/0/then/lifecycle/closeWithinSeconds",
                        "/rules/0/then/lifecycle/noteIntervalSeconds",
                        "/rules/0/then/lifecycle/flapThreshold",
                        "/rules/0/then/lifecycle/flapWindowSeconds",
                        "/rules/0/then/lifecycle/onDeleted",
                        "/rules/0/then/lifecycle/closeTouched");
    }

    @Test
    void letsTheFlapWindowComeFromAWiderPlace() {
        assertThat(life("'flapThreshold':5")).isEmpty();
    }

    private List<FieldError> life(String settings) {
        return policy(
                "{'id':'p','tenantId':'acme','rules':[{'id':'a','name':'A','then':{'lifecycle':{" + settings + "}}}]}");
    }

    @Test
    void refusesIdsThatCannotStandInAKey() {
        for (var id : List.of("Upper", "a/b", "", ".dot", "x".repeat(101), "späti")) {
            var errors = new FieldErrors();

            Limits.id(new Document(Map.of("id", id)), "id", errors);

            assertThat(errors.toList()).as(id).hasSize(1);
        }
    }

    @Test
    void wantsWhatAnOrganizationIsRecognizedByToBeReadable() {
        assertThat(organization(
                        "'azureTenantId':'2f6b9c1e','domains':['contoso.com','späti.de'],'externalIds':{'xero':'x'}"))
                .isEmpty();
        assertThat(organization("'azureTenantId':' ','domains':['https://contoso.com','uma@contoso.com','contoso'],"
                        + "'externalIds':{'xero':''}"))
                .extracting(FieldError::pointer)
                .containsExactly("/azureTenantId", "/domains/0", "/domains/1", "/domains/2", "/externalIds/xero");
    }

    @Test
    void refusesABudgetThatNeverLetsACallThrough() {
        var errors = connection("'budget':{'requests':0,'windowSeconds':-1},'lookupStrategy':'CUSTOM_FIELD'");

        assertThat(errors)
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder("/budget/requests", "/budget/windowSeconds", "/lookupCustomField");
    }

    @Test
    void fillsInDefaultsInTheOrderOfTheSchema() {
        var errors = new FieldErrors();

        var document =
                new AvroDocumentReader().read(Kind.POLICY, tree("{'rules':[],'tenantId':'acme','id':'p'}"), errors);

        assertThat(errors.toList()).isEmpty();
        assertThat(document.fields().keySet()).containsExactly("id", "tenantId", "rules", "lookups", "examples");
    }

    @Test
    void hidesValuesOfADocumentFromLogs() {
        var document = new Document(Map.of("clientSecret", "hush-hush"));

        assertThat(document.toString()).doesNotContain("hush-hush");
    }

    private List<FieldError> policy(String json) {
        var errors = new FieldErrors();
        var document = new AvroDocumentReader().read(Kind.POLICY, tree(json), errors);
        new PolicyRules().check(document, nothing, errors);
        return errors.toList();
    }

    private List<FieldError> connection(String more) {
        var errors = new FieldErrors();
        var json = "{'id':'c','tenantId':'acme','resourceServer':'https://a.halopsa.com','clientId':'x',"
                + "'authorizationServer':'https://a.halopsa.com/auth','clientSecret':'s'," + more + "}";
        var document = new AvroDocumentReader().read(Kind.CONNECTION, tree(json), errors);
        new ConnectionRules(new HaloAddress(false)).check(document, nothing, errors);
        return errors.toList();
    }

    private List<FieldError> organization(String more) {
        var errors = new FieldErrors();
        var document = new AvroDocumentReader()
                .read(Kind.ORGANIZATION, tree("{'id':'o','tenantId':'acme'," + more + "}"), errors);
        new OrganizationRules().check(document, nothing, errors);
        return errors.toList();
    }

    private static Map<String, Object> tree(String json) {
        var quoted = json.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\'');
        return JsonMapper.shared().readValue(quoted, new TypeReference<>() {});
    }
}
