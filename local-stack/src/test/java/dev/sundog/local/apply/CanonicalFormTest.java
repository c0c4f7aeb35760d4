package dev.sundog.local.apply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CanonicalFormTest {

    private final CanonicalForm connections = new CanonicalForm(Kind.CONNECTION.schema());
    private final CanonicalForm policies = new CanonicalForm(Kind.POLICY.schema());

    @Test
    void takesAbsentNullEmptyAndDefaultForTheSame() {
        var document = json("{\"clientId\": \"c\", \"enabled\": true, \"lookupStrategy\": \"THIRD_PARTY_ID\"}");
        var answer =
                json("{\"clientId\": \"c\", \"haloTenant\": null, \"scopes\": [], \"defaults\": {\"categories\": []}}");

        var same = connections.ofDocument(document).equals(connections.ofAnswer(answer));

        assertThat(same).isTrue();
    }

    @Test
    void seesADifferenceDeepInside() {
        var document = json("{\"defaults\": {\"priorityBySeverity\": {\"HIGH\": 2}}}");
        var answer = json("{\"defaults\": {\"priorityBySeverity\": {\"HIGH\": 3}}}");

        var same = connections.ofDocument(document).equals(connections.ofAnswer(answer));

        assertThat(same).isFalse();
    }

    @Test
    void keepsTheOrderOfRules() {
        var document = json("{\"rules\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}");
        var answer = json("{\"rules\": [{\"id\": \"b\"}, {\"id\": \"a\"}]}");

        var same = policies.ofDocument(document).equals(policies.ofAnswer(answer));

        assertThat(same).isFalse();
    }

    @Test
    void takesTwoWaysToWriteOneMomentForTheSame() {
        var document = json("{\"rules\": [{\"id\": \"a\", \"parkUntil\": \"2026-12-01T00:00:00Z\"}]}");
        var answer = json("{\"rules\": [{\"id\": \"a\", \"parkUntil\": \"2026-12-01T00:00:00.000Z\"}]}");

        var same = policies.ofDocument(document).equals(policies.ofAnswer(answer));

        assertThat(same).isTrue();
    }

    @Test
    void doesNotCompareWhatTheConsoleAloneKnows() {
        var document = json("{\"clientId\": \"c\", \"clientSecret\": \"s\"}");
        var answer = json("{\"clientId\": \"c\", \"clientSecretSet\": true, \"version\": 7, \"id\": \"acme\"}");

        var same = connections.ofDocument(document).equals(connections.ofAnswer(answer));

        assertThat(same).isTrue();
    }

    @Test
    void letsTheConsoleJudgeAMisspeltField() {
        var document = json("{\"clientId\": \"c\", \"enabeld\": true}");
        var answer = json("{\"clientId\": \"c\"}");

        var same = connections.ofDocument(document).equals(connections.ofAnswer(answer));

        assertThat(same).isFalse();
    }

    @Test
    void letsTheConsoleJudgeAMisspeltFieldAndAWrongTypeDeepInside() {
        var answer = json("{\"rules\": [{\"id\": \"a\", \"then\": {\"team\": \"t\"}}]}");
        var misspelt = json("{\"rules\": [{\"id\": \"a\", \"then\": {\"team\": \"t\", \"taem\": \"u\"}}]}");
        var listed = json("{\"rules\": [{\"id\": \"a\", \"then\": \"t\"}], \"lookups\": [], \"defaults\": 7}");

        assertThat(policies.ofDocument(misspelt)).isNotEqualTo(policies.ofAnswer(answer));
        assertThat(policies.ofDocument(listed)).isNotEqualTo(policies.ofAnswer(answer));
    }

    @Test
    void takesAnAnswerOfTheConsoleAsADocument() {
        var answer = json("{\"clientId\": \"c\", \"clientSecretSet\": true, \"version\": 7, \"id\": \"acme\"}");

        assertThat(connections.ofDocument(answer)).isEqualTo(connections.ofAnswer(answer));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
