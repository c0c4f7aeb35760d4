package dev.sundog.routing.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.Map;

/**
 * Counts what the expressions about one event cost, and stops them: a condition must not hold the stream, whatever its author or
 * the event's sender wrote. One step for each part that is evaluated, and more for what is large. For one thread.
 */
@SuppressWarnings("Immutable") // CEL wants listeners for several threads; each event has a listener of its own.
final class CelSteps implements CelEvaluationListener {

    /** Most steps of one expression. */
    static final int OF_ONE = 50_000;

    /** Most steps of all expressions about one event. */
    static final int OF_ALL = 500_000;

    private static final int CHARS_A_STEP = 16;
    private static final int MEMBERS_A_STEP = 4;

    private int ofOne;
    private int ofAll;

    /** Another expression begins. */
    void begin() {
        ofOne = 0;
    }

    /** True once an expression was stopped and no other has begun. */
    boolean exceeded() {
        return ofOne > OF_ONE || ofAll > OF_ALL;
    }

    /** Which limit it was, for people. */
    String limit() {
        return ofOne > OF_ONE
                ? "it takes more than " + OF_ONE + " steps"
                : "the expressions about this event take more than " + OF_ALL + " steps";
    }

    @Override
    public void callback(CelExpr expr, Object result) {
        int cost = 1 + size(expr, result);
        ofOne += cost;
        ofAll += cost;
        if (exceeded()) {
            throw new IllegalStateException(limit());
        }
    }

    private static int size(CelExpr expr, Object result) {
        return switch (result) {
            case String text -> text.length() / CHARS_A_STEP;
            case Collection<?> list -> accumulates(expr) ? 0 : list.size() / MEMBERS_A_STEP;
            case Map<?, ?> map -> map.size() / MEMBERS_A_STEP;
            default -> 0;
        };
    }

    /** A macro's own list, to which it appends in place: its length costs nothing. */
    private static boolean accumulates(CelExpr expr) {
        if (expr.exprKind().getKind() == Kind.IDENT) {
            return expr.ident().name().startsWith("@");
        }
        return expr.exprKind().getKind() == Kind.CALL
                && !expr.call().args().isEmpty()
                && expr.call().args().getFirst().exprKind().getKind() == Kind.IDENT
                && expr.call().args().getFirst().ident().name().startsWith("@");
    }
}
