package dev.sundog.local.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.local.http.HttpReply;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class HttpConsoleTest {

    private final Manifest manifest =
            new Manifest(Kind.POLICY, "p", JsonNodeFactory.instance.objectNode(), "p.yaml, document 2");

    @Test
    void showsFileDocumentAndPointerOfEachError() {
        var reply = reply("""
                {"errors":[{"pointer":"/rules/0/action","detail":"unknown; allowed: ROUTE"},{"pointer":"/name","detail":"too long"}]}
                """);

        var problem = HttpConsole.problem(manifest, reply);

        assertThat(problem)
                .isEqualTo(
                        "p.yaml, document 2: /rules/0/action: unknown; allowed: ROUTE\np.yaml, document 2: /name: too long");
    }

    @Test
    void showsTheDetailOfAProblemWithoutPointers() {
        var reply = reply("{\"detail\":\"somebody else was faster\"}");

        var problem = HttpConsole.problem(manifest, reply);

        assertThat(problem).isEqualTo("p.yaml, document 2: somebody else was faster");
    }

    private static HttpReply reply(String body) {
        return new HttpReply(400, JsonMapper.shared().readTree(body), Optional.empty());
    }
}
