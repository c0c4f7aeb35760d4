package dev.sundog.console.draft;

import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.SaveCheck;
import dev.sundog.console.configuration.Signature;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.problem.FieldErrors;
import dev.sundog.console.problem.HttpBody;
import dev.sundog.console.problem.HttpProblem;
import dev.sundog.console.problem.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The REST edge of drafts and of what was published. Who changes something says who they are and why. */
@RestController
@RequestMapping("/api/v1/policies")
class DraftController {

    private final DraftDesk desk;
    private final SaveCheck check;

    DraftController(DraftDesk desk, SaveCheck check) {
        this.desk = desk;
        this.check = check;
    }

    @GetMapping("/{id}/draft")
    ResponseEntity<Object> get(@PathVariable String id) {
        return desk.find(id)
                .map(draft -> answer(new DraftOutcome.Kept(draft)))
                .orElseGet(() -> answer(new DraftOutcome.Unknown("policy " + id + " has no draft")));
    }

    @PutMapping("/{id}/draft")
    ResponseEntity<Object> put(@PathVariable String id, InputStream body) throws IOException {
        var document = new LinkedHashMap<>(HttpBody.read(body));
        var signature = Signatures.take(document, false);
        return answer(desk.save(id, document, signature));
    }

    @DeleteMapping("/{id}/draft")
    ResponseEntity<Object> delete(@PathVariable String id) {
        return desk.discard(id)
                ? ResponseEntity.noContent().build()
                : answer(new DraftOutcome.Unknown("policy " + id + " has no draft"));
    }

    @PostMapping("/{id}:publish")
    ResponseEntity<Object> publish(@PathVariable String id, InputStream body) throws IOException {
        return answer(desk.publish(id, signature(body)));
    }

    @PostMapping("/{id}:shadow")
    ResponseEntity<Object> shadow(@PathVariable String id, InputStream body) throws IOException {
        return answer(desk.shadow(id, signature(body)));
    }

    @DeleteMapping("/{id}/shadow")
    ResponseEntity<Object> unshadow(
            @PathVariable String id,
            @RequestParam(name = "author", required = false) @Nullable String author,
            @RequestParam(name = "reason", required = false) @Nullable String reason) {
        return answer(desk.unshadow(id, new Signature(author == null ? Signature.UNSAID.author() : author, reason)));
    }

    @PostMapping("/{id}:rollback")
    ResponseEntity<Object> rollback(@PathVariable String id, InputStream body) throws IOException {
        var wish = new LinkedHashMap<>(HttpBody.read(body));
        var version = wish.remove("version");
        var errors = new FieldErrors();
        errors.require(
                version instanceof Integer || version instanceof Long, "/version", "must be the number of a version");
        if (!errors.isEmpty()) {
            throw new RefusedException(errors.toList());
        }
        var signature = Signatures.take(wish, true);
        Signatures.nothingElse(wish, List.of("version"));
        return answer(desk.rollback(id, Long.parseLong(String.valueOf(version)), signature));
    }

    private static Signature signature(InputStream body) throws IOException {
        var wish = new LinkedHashMap<>(HttpBody.read(body));
        var signature = Signatures.take(wish, true);
        Signatures.nothingElse(wish, List.of());
        return signature;
    }

    private ResponseEntity<Object> answer(DraftOutcome outcome) {
        return switch (outcome) {
            case DraftOutcome.Kept(Draft draft) ->
                ResponseEntity.ok(withFindings(draft.policyId(), draft.document(), shown(draft)));
            case DraftOutcome.Published(Stored policy) ->
                ResponseEntity.ok()
                        .eTag("\"" + policy.version() + "\"")
                        .body(withFindings(policy.id(), policy.document().fields(), shown(policy)));
            case DraftOutcome.Unknown(var detail) -> HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", detail);
            case DraftOutcome.Invalid(var errors) -> HttpProblem.answer(errors);
            case DraftOutcome.Overtaken(var detail) -> HttpProblem.answer(HttpStatus.CONFLICT, "overtaken", detail);
        };
    }

    /** As an answer to a save of the policy says it, see decision 0011. */
    private Map<String, @Nullable Object> withFindings(
            String policyId, Map<String, Object> document, Map<String, ? extends @Nullable Object> shown) {
        var answer = new LinkedHashMap<String, @Nullable Object>(shown);
        var remarks = check.remarks(Kind.POLICY, policyId, document);
        if (!remarks.isEmpty()) {
            answer.put("findings", remarks);
        }
        return answer;
    }

    private static Map<String, @Nullable Object> shown(Draft draft) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("policyId", draft.policyId());
        shown.put("draftVersion", draft.version());
        shown.put("baseVersion", draft.baseVersion());
        shown.put("author", draft.signature().author());
        shown.put("reason", draft.signature().reason());
        shown.put("changedAt", draft.changedAt());
        shown.put("document", draft.document());
        return shown;
    }

    private static Map<String, Object> shown(Stored policy) {
        return policy.document().with("version", policy.version()).fields();
    }
}
