package dev.sundog.simulator.page;

/** HTML of the pages. */
final class Markup {

    private static final String STYLE = """
            :root{color-scheme:light dark;--paper:#f6f7f9;--card:#fff;--ink:#1b2430;--soft:#5d6978;--line:#dfe3e8;--link:#1557b0}
            @media(prefers-color-scheme:dark){:root{--paper:#12161c;--card:#1a2029;--ink:#e4e9f0;--soft:#97a3b3;--line:#2c3541;--link:#8ab8ff}}
            *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
            header{background:#22324a;color:#fff;padding:.8rem 1.5rem}header a{color:inherit;font-weight:600;text-decoration:none}
            .room{max-width:76rem;margin:0 auto;padding:1.2rem 1.5rem 3rem}a{color:var(--link)}a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
            .sum,.back,time,.when{color:var(--soft)}h2{font-size:1.35rem;margin:.4rem 0;overflow-wrap:anywhere}h3{font-size:1rem;margin:1.4rem 0 .5rem}
            .wide{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:8px}table{border-collapse:collapse;width:100%}
            th{font-size:.8rem;font-weight:600;color:var(--soft);text-align:left}th,td{padding:.5rem .8rem;border-bottom:1px solid var(--line);vertical-align:top}
            tbody tr:last-child td{border-bottom:0}tbody tr:hover{background:color-mix(in srgb,var(--link) 7%,transparent)}.num,.when,time{font-variant-numeric:tabular-nums;white-space:nowrap}
            .what{min-width:18rem;overflow-wrap:anywhere}.what a{color:inherit;text-decoration:none}.what a:hover{text-decoration:underline}
            .chip{display:inline-block;padding:0 .55rem;border-radius:9px;font-size:.82rem;white-space:nowrap;background:color-mix(in srgb,var(--c,#7a8594) 20%,var(--card));border:1px solid color-mix(in srgb,var(--c,#7a8594) 55%,var(--card))}
            .s1{--c:#8064c8}.s2{--c:#2b7de0}.s3{--c:#d9822b}.s8{--c:#2e9e5b}.p1{--c:#d13438}.p2{--c:#d9822b}.p3{--c:#b59a1c}.p4{--c:#3a8f8f}
            .two{display:grid;grid-template-columns:minmax(0,1fr) 19rem;gap:1.5rem}@media(max-width:52rem){.two{grid-template-columns:minmax(0,1fr)}}
            iframe{width:100%;height:17rem;resize:vertical;border:1px solid var(--line);border-radius:8px;background:#fff}
            aside,.time li{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.2rem 1rem .8rem}aside{align-self:start}
            dt{color:var(--soft);font-size:.82rem;margin-top:.5rem}dd{margin:0;overflow-wrap:anywhere}
            .time{list-style:none;margin:0;padding:0}.time li{margin-bottom:.7rem}.time p{margin:.5rem 0 0}.note{white-space:pre-wrap;overflow-wrap:anywhere}
            .none{background:var(--card);border:1px dashed var(--line);border-radius:8px;padding:2rem;text-align:center;color:var(--soft)}
            """;

    private Markup() {}

    static String page(String title, String content, boolean refreshes) {
        return """
                <!doctype html>
                <html lang=en><head><meta charset=utf-8><title>%1$s - Halo simulator</title>
                <meta name=viewport content="width=device-width,initial-scale=1">%4$s<style>%2$s</style></head>
                <body><header><a href="/">Halo simulator</a></header><div class=room>%3$s</div></body></html>
                """.formatted(text(title), STYLE, content, refreshes ? "<meta http-equiv=refresh content=5>" : "");
    }

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A ticket's own HTML, in a frame without scripts, origin or forms. */
    static String frame(String html) {
        if (html.isBlank()) {
            return "<p class=none>No details.</p>";
        }
        String document =
                "<style>body{font:15px/1.5 system-ui,sans-serif;color:#1b2430;margin:1rem;overflow-wrap:anywhere}</style>";
        return "<iframe sandbox title=Details srcdoc=\"" + text(document + html) + "\"></iframe>";
    }

    /** A note as plain text. */
    static String note(String html) {
        String plain = html.replaceAll("(?i)<br\\s*/?>|</(p|div|li|tr)>", "\n")
                .replaceAll("<[^>]*>", "")
                .strip();
        String decoded = plain.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        return decoded.isEmpty() ? "" : "<p class=note>" + text(decoded) + "</p>";
    }
}
