package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.util.List;
import java.util.Map;

/** Another way to write the records of a resource. */
record PostOnly(Resource resource) implements Resource {

    @Override
    public String schema() {
        return resource.schema();
    }

    @Override
    public String area() {
        return resource.area();
    }

    @Override
    public Answer list(Call call, Grant grant) {
        return Answer.empty(405);
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return resource.post(call, elements, grant);
    }
}
