package dev.sundog.connector.simulation;

import dev.sundog.connector.lifecycle.TicketState;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Changes one component of a state, whatever other components it has. */
final class StateEdits {

    private static final RecordComponent[] COMPONENTS = TicketState.class.getRecordComponents();

    private StateEdits() {}

    static TicketState withoutRecent(TicketState state) {
        return with(state, "recent", List.of());
    }

    private static TicketState with(TicketState state, String name, Object value) {
        try {
            Object[] values = new Object[COMPONENTS.length];
            for (int index = 0; index < COMPONENTS.length; index++) {
                values[index] = COMPONENTS[index].getName().equals(name)
                        ? value
                        : COMPONENTS[index].getAccessor().invoke(state);
            }
            Class<?>[] types =
                    Arrays.stream(COMPONENTS).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<TicketState> constructor = TicketState.class.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
