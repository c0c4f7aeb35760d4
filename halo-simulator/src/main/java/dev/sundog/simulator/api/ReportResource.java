package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.sql.SqlDatabase;
import dev.sundog.simulator.sql.SqlException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code /Report}: saved reports, run with {@code loadreport=true}, and the ad-hoc form {@code _loadreportonly}. A query that
 * the simulator does not understand finds nothing and says so in {@code report.load_error}.
 */
final class ReportResource implements Resource {

    private final ListResource saved;
    private final SqlDatabase database;

    ReportResource(Tenant tenant, ListResource saved, InstantSource time) {
        this.saved = saved;
        this.database = new SqlDatabase(tenant, time);
    }

    @Override
    public String schema() {
        return saved.schema();
    }

    @Override
    public String area() {
        return saved.area();
    }

    @Override
    public Answer list(Call call, Grant grant) {
        return saved.list(call, grant);
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        Answer answer = saved.get(call, id, grant);
        if (!(answer.body() instanceof Map<?, ?> report) || !call.flag("loadreport")) {
            return answer;
        }
        Map<String, Object> loaded = new LinkedHashMap<>();
        report.forEach((name, value) -> loaded.put(String.valueOf(name), value));
        loaded.put("report", load(String.valueOf(loaded.getOrDefault("sql", ""))));
        return Answer.json(answer.status(), loaded);
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        Map<String, Object> last = elements.getLast();
        boolean adHoc = Boolean.TRUE.equals(last.get("_loadreportonly"));
        if (!adHoc) {
            return saved.post(call, elements, grant);
        }
        Map<String, Object> answer = new HashMap<>(last);
        answer.remove("_loadreportonly");
        answer.putIfAbsent("id", 0);
        answer.put("report", load(String.valueOf(last.getOrDefault("sql", ""))));
        return Answer.json(saved.postStatus(), answer);
    }

    @Override
    public Answer delete(Call call, String id, Grant grant) {
        return saved.delete(call, id, grant);
    }

    private Map<String, Object> load(String sql) {
        Map<String, Object> report = new LinkedHashMap<>();
        try {
            report.put("rows", rows(sql));
            report.put("loaded", true);
        } catch (SqlException e) {
            report.put("rows", List.of());
            report.put("loaded", false);
            report.put("load_error", String.valueOf(e.getMessage()));
        }
        return report;
    }

    private List<Map<String, Object>> rows(String sql) {
        List<Map<String, Object>> rows = database.select(sql);
        rows.forEach(row -> row.replaceAll((_, value) -> HaloText.json(value)));
        return rows;
    }
}
