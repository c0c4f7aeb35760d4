package dev.sundog.routing.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a checked expression looks at.
 *
 * @param facts names of the facts
 * @param names the same, with labels by their own names where the expression names them
 * @param patterns what it matches texts with; empty where that is no text in quotes
 * @param depth how deep it is nested
 */
record CelReads(Set<String> facts, Set<String> names, List<Optional<String>> patterns, int depth) {

    private static final String LABELS = "event.labels";
    private static final Set<String> BY_KEY = Set.of("_[_]", "_[?_]", "_?._");

    CelReads {
        facts = Collections.unmodifiableSet(facts);
        names = Collections.unmodifiableSet(names);
        patterns = List.copyOf(patterns);
    }

    static CelReads of(CelAbstractSyntaxTree ast) {
        var facts = new TreeSet<String>();
        var names = new TreeSet<String>();
        var patterns = new ArrayList<Optional<String>>();
        var root = CelNavigableAst.fromAst(ast).getRoot();
        root.allNodes().forEach(node -> {
            fact(ast, node.expr()).ifPresent(fact -> {
                facts.add(fact);
                names.add(fact.equals(LABELS) ? label(node) : fact);
            });
            pattern(node.expr()).ifPresent(patterns::add);
        });
        return new CelReads(facts, names, patterns, root.height());
    }

    private static Optional<String> fact(CelAbstractSyntaxTree ast, CelExpr expr) {
        var kind = expr.exprKind().getKind();
        if (kind != Kind.IDENT && kind != Kind.SELECT) {
            return Optional.empty();
        }
        return ast.getReference(expr.id())
                .map(reference -> reference.name())
                .filter(name -> FactNames.ALWAYS.containsKey(name) || name.startsWith(FactNames.LOOKUPS));
    }

    /** The label that is read, where the expression around it says which. */
    private static String label(CelNavigableExpr labels) {
        var around = labels.parent().map(CelNavigableExpr::expr);
        var key = around.flatMap(expr -> switch (expr.exprKind().getKind()) {
            case SELECT -> Optional.of(expr.select().field());
            case CALL -> key(expr.call());
            default -> Optional.<String>empty();
        });
        return key.map(name -> LABELS + "." + name).orElse(LABELS);
    }

    private static Optional<String> key(CelCall call) {
        if (call.function().equals("@in")) {
            return constant(call.args().getFirst());
        }
        return BY_KEY.contains(call.function()) ? constant(call.args().get(1)) : Optional.empty();
    }

    private static Optional<Optional<String>> pattern(CelExpr expr) {
        if (expr.exprKind().getKind() != Kind.CALL || !expr.call().function().equals("matches")) {
            return Optional.empty();
        }
        return Optional.of(constant(expr.call().args().getLast()));
    }

    private static Optional<String> constant(CelExpr expr) {
        return expr.exprKind().getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expr.constant().stringValue())
                : Optional.empty();
    }
}
