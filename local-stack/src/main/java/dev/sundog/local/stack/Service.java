package dev.sundog.local.stack;

import dev.sundog.local.options.Port;
import java.util.ArrayList;
import java.util.List;

/**
 * One of our services as the local stack runs it.
 *
 * @param name what people call it; also the name of its log
 * @param module where its boot jar is built
 * @param heapMegabytes bound of its heap
 * @param health port that tells whether it is ready
 * @param settings what it is told, as {@code name=value}
 */
public record Service(String name, String module, int heapMegabytes, Port health, List<String> settings) {

    public static final String GATEWAY = "gateway";
    public static final String ROUTING = "routing";
    public static final String CONNECTOR = "connector";
    public static final String CONNECTOR_2 = "connector-2";
    public static final String CONSOLE = "console";

    public Service {
        settings = List.copyOf(settings);
    }

    /** The same with further settings; they win over the former of the same name. */
    Service with(List<String> more) {
        var all = new ArrayList<>(settings);
        all.addAll(more);
        return new Service(name, module, heapMegabytes, health, all);
    }
}
