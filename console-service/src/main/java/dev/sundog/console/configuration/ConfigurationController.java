package dev.sundog.console.configuration;

import dev.sundog.console.configuration.SaveCheck.Remark;
import dev.sundog.console.paging.Page;
import dev.sundog.console.paging.PageQuery;
import dev.sundog.console.problem.FieldError;
import dev.sundog.console.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The REST edge of configuration: one set of addresses for each kind. */
@RestController
@RequestMapping(path = "/api/v1/{kind:connections|organizations|policies|silences}")
class ConfigurationController {

    private static final int LARGEST_BODY = 1024 * 1024;
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final ConfigurationDesk desk;
    private final ConfigurationStore store;
    private final SaveCheck check;
    private final JsonMapper json;

    ConfigurationController(ConfigurationDesk desk, ConfigurationStore store, SaveCheck check, JsonMapper json) {
        this.desk = desk;
        this.store = store;
        this.check = check;
        this.json = json.rebuild()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    @GetMapping
    Page<Map<String, Object>> list(@PathVariable String kind, @RequestParam Map<String, String> query) {
        var wanted = PageQuery.of(query, List.of("tenantId"));
        var tenant = wanted.wanted("tenantId");
        var page = wanted.wanted();
        var found = store.list(kind(kind), tenant, page.page(), page.size()).stream()
                .map(ConfigurationController::shown)
                .toList();
        return Page.of(found, page, store.count(kind(kind), tenant));
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> get(@PathVariable String kind, @PathVariable String id) {
        return store.find(kind(kind), id)
                .map(stored -> answer(HttpStatus.OK, stored))
                .orElseGet(() -> unknown(kind(kind), id));
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> put(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(name = "strict", defaultValue = "false") boolean strict,
            @RequestHeader HttpHeaders headers,
            InputStream body)
            throws IOException {
        return reading(body, document -> put(kind(kind), id, document, strict, headers));
    }

    /** Says what a PUT would refuse or remark, and writes nothing. */
    @PostMapping(path = "/{id}:check", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> check(@PathVariable String kind, @PathVariable String id, InputStream body)
            throws IOException {
        return reading(body, document -> switch (desk.check(kind(kind), id, document)) {
            case Checked.Sound _ -> ResponseEntity.ok(Map.of("findings", check.remarks(kind(kind), id, document)));
            case Checked.Faulty(var errors) -> HttpProblem.answer(errors);
        });
    }

    private ResponseEntity<Object> reading(
            InputStream body, Function<Map<String, Object>, ResponseEntity<Object>> answer) throws IOException {
        var bytes = body.readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            return HttpProblem.answer(HttpStatus.CONTENT_TOO_LARGE, "too-large", "the document is larger than 1 MiB");
        }
        try {
            Map<String, Object> document = json.readValue(bytes, TREE);
            return document == null
                    ? HttpProblem.answer(List.of(new FieldError("", "must be an object")))
                    : answer.apply(document);
        } catch (JacksonException e) {
            var place = Optional.ofNullable(e.getLocation())
                    .map(at -> ", line " + at.getLineNr() + " column " + at.getColumnNr())
                    .orElse("");
            return HttpProblem.answer(List.of(new FieldError("", "is no JSON object" + place)));
        }
    }

    /** What is found speaks against the save only where the caller wants that, see decision 0011. */
    private ResponseEntity<Object> put(
            Kind kind, String id, Map<String, Object> document, boolean strict, HttpHeaders headers) {
        var remarks = check.remarks(kind, id, document);
        var refusals = remarks.stream()
                .filter(_ -> strict)
                .filter(Remark::certain)
                .map(remark -> new FieldError(remark.pointer(), remark.detail()))
                .toList();
        if (!refusals.isEmpty()) {
            return HttpProblem.answer(refusals);
        }
        var answer = answer(kind, id, desk.put(kind, id, document, condition(headers), signature(headers)));
        if (!remarks.isEmpty() && answer.getBody() instanceof Map<?, ?> shown) {
            var withRemarks = new LinkedHashMap<Object, Object>(shown);
            withRemarks.put("findings", remarks);
            return new ResponseEntity<>(withRemarks, answer.getHeaders(), answer.getStatusCode());
        }
        return answer;
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Object> delete(
            @PathVariable String kind, @PathVariable String id, @RequestHeader HttpHeaders headers) {
        return answer(kind(kind), id, desk.delete(kind(kind), id, condition(headers)));
    }

    private static ResponseEntity<Object> answer(Kind kind, String id, ChangeOutcome outcome) {
        return switch (outcome) {
            case ChangeOutcome.Created(Stored stored) -> answer(HttpStatus.CREATED, stored);
            case ChangeOutcome.Changed(Stored stored) -> answer(HttpStatus.OK, stored);
            case ChangeOutcome.Unchanged(Stored stored) -> answer(HttpStatus.OK, stored);
            case ChangeOutcome.Deleted() -> ResponseEntity.noContent().build();
            case ChangeOutcome.Unknown() -> unknown(kind, id);
            case ChangeOutcome.Invalid(List<FieldError> errors) -> HttpProblem.answer(errors);
            case ChangeOutcome.Stale(String detail) ->
                HttpProblem.answer(HttpStatus.PRECONDITION_FAILED, "stale", kind.word() + " " + id + ": " + detail);
            case ChangeOutcome.ConditionMissing(long version) ->
                HttpProblem.answer(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "condition-missing",
                        kind.word() + " " + id + " exists; say If-Match: \"" + version + "\" to change that version");
            case ChangeOutcome.Referenced(List<String> by) ->
                HttpProblem.answer(
                        HttpStatus.CONFLICT,
                        "referenced",
                        kind.word() + " " + id + " is needed by " + String.join(", ", by));
        };
    }

    private static ResponseEntity<Object> answer(HttpStatus status, Stored stored) {
        var answer = ResponseEntity.status(status).eTag("\"" + stored.version() + "\"");
        if (status == HttpStatus.CREATED) {
            answer.location(URI.create("/api/v1/" + stored.kind().plural() + "/" + stored.id()));
        }
        return answer.body(shown(stored));
    }

    private static Map<String, Object> shown(Stored stored) {
        var shown = new LinkedHashMap<>(stored.document().fields());
        shown.put("version", stored.version());
        if (shown.remove("clientSecret") != null) {
            shown.put("clientSecretSet", true);
        }
        return shown;
    }

    private static ResponseEntity<Object> unknown(Kind kind, String id) {
        return HttpProblem.answer(HttpStatus.NOT_FOUND, "unknown", "there is no " + kind.word() + " " + id);
    }

    private static Signature signature(HttpHeaders headers) {
        return new Signature(
                Optional.ofNullable(headers.getFirst("Sundog-Author")).orElse(Signature.UNSAID.author()),
                headers.getFirst("Sundog-Reason"));
    }

    private static Condition condition(HttpHeaders headers) {
        var match = headers.getFirst(HttpHeaders.IF_MATCH);
        if (match != null) {
            return matching(match.strip());
        }
        var none = headers.getFirst(HttpHeaders.IF_NONE_MATCH);
        if (none != null) {
            return none.strip().equals("*") ? new Condition.New() : new Condition.Never();
        }
        return new Condition.Unsaid();
    }

    private static Condition matching(String tag) {
        if (tag.equals("*")) {
            return new Condition.AnyVersion();
        }
        return tag.matches("\"\\d{1,18}\"")
                ? new Condition.Version(Long.parseLong(tag.substring(1, tag.length() - 1)))
                : new Condition.Never();
    }

    private static Kind kind(String plural) {
        for (var kind : Kind.values()) {
            if (kind.plural().equals(plural)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("the address allows no kind " + plural);
    }
}
