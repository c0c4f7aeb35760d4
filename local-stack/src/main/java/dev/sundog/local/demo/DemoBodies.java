package dev.sundog.local.demo;

import java.time.Instant;

/** What the demo's products send. Every id carries the name of the run, so that runs do not meet. */
final class DemoBodies {

    private final String run;
    private final Instant begin;

    /**
     * Bodies of one run.
     *
     * @param run hexadecimal digits, at most 8
     */
    DemoBodies(String run, Instant begin) {
        this.run = run;
        this.begin = begin;
    }

    String run() {
        return run;
    }

    /** A group as Alertmanager sends it. */
    String group(String status, String... alerts) {
        return """
                {"receiver":"sundog","status":"%s","alerts":[%s],
                 "groupLabels":{"job":"node"},"commonLabels":{"job":"node","env":"prod"},"commonAnnotations":{},
                 "externalURL":"http://alertmanager.example.com:9093","version":"4",
                 "groupKey":"{}/{env=\\"prod\\"}:{job=\\"node\\"}","truncatedAlerts":0}
                """.formatted(status, String.join(",", alerts));
    }

    /** The disk of a server, critical. */
    String disk(String status, int secondsLater) {
        return alert(
                "DiskFull", "critical", "sql01", "Disk D: of sql01 is 97 % full", new When(status, secondsLater, 1));
    }

    /** The load of a server, a warning. */
    String load(String status, int secondsLater) {
        return alert("HighLoad", "warning", "web02", "Load of web02 is above 20", new When(status, secondsLater, 2));
    }

    String recommendation() {
        return """
                {"source":"cloud-advisor","eventId":"rec-%1$s","organizationId":"fabrikam","dedupKey":"rightsize-%1$s","status":"OPEN",
                 "severity":"MEDIUM","category":"COST","title":"Resize 2 virtual machines that are hardly used",
                 "description":"Two machines ran below 5 %% CPU for 30 days.",
                 "rationale":"They cost as much as machines that work.","remediation":"Change the size to B2s in a maintenance window.",
                 "estimatedSaving":{"amount":"212.40","currency":"EUR","period":"MONTHLY"},
                 "resources":[{"id":"vm-17","type":"virtual-machine","name":"app-blue","url":"https://cloud.example.com/vm/17"},
                              {"id":"vm-18","type":"virtual-machine","name":"app-green"}],
                 "links":[{"href":"https://advisor.example.com/r/%1$s","text":"The analysis"}],
                 "requestedBy":{"name":"Rita Reader","email":"rita@example.com"}}
                """.formatted(run);
    }

    String unmapped() {
        return plain("northwind", "backup-" + run, "HIGH", "Backup of nas01 failed twice");
    }

    /** One of the burst. */
    String burst(int number) {
        return plain(
                "contoso", "burst-%s-%02d".formatted(run, number), "LOW", burstTitle() + " %02d".formatted(number));
    }

    /** What all headlines of the burst hold. */
    String burstTitle() {
        return "Burst " + run;
    }

    /** One of many whose time is taken. */
    String timed(int number) {
        return plain("fabrikam", "timed-%s-%03d".formatted(run, number), "LOW", "Timed " + run + " " + number);
    }

    private String plain(String organization, String dedupKey, String severity, String title) {
        return """
                {"source":"demo","eventId":"%2$s","organizationId":"%1$s","dedupKey":"%2$s","status":"FIRING",
                 "severity":"%3$s","title":"%4$s","resources":[{"id":"%2$s","type":"server"}]}
                """.formatted(organization, dedupKey, severity, title);
    }

    private record When(String status, int secondsLater, int matter) {}

    private String alert(String name, String severity, String host, String summary, When when) {
        boolean firing = when.status().equals("firing");
        Instant start = begin.plusSeconds(when.secondsLater());
        return """
                {"status":"%s","labels":{"alertname":"%s","severity":"%s","instance":"%s:9100","job":"node","env":"prod"},
                 "annotations":{"summary":"%s","description":"Seen by node exporter on %s.","runbook_url":"https://runbooks.example.com/%s"},
                 "startsAt":"%s","endsAt":"%s","generatorURL":"http://prometheus.example.com:9090/graph?g0.expr=up",
                 "fingerprint":"%s"}
                """.formatted(
                        when.status(),
                        name,
                        severity,
                        host,
                        summary,
                        host,
                        name,
                        start,
                        firing ? "0001-01-01T00:00:00Z" : begin.plusSeconds(60),
                        "%8s%08d".formatted(run, when.matter()).replace(' ', '0'));
    }
}
