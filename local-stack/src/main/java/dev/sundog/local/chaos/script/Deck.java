package dev.sundog.local.chaos.script;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A shuffled deck that is shuffled anew when it is used up: in a long run everything comes up about as often. */
final class Deck<T> {

    private final List<T> cards;
    private final SplittableRandom random;
    private final List<T> left = new ArrayList<>();

    Deck(List<T> cards, SplittableRandom random) {
        this.cards = List.copyOf(cards);
        this.random = random;
    }

    T draw() {
        if (left.isEmpty()) {
            left.addAll(cards);
        }
        return left.remove(random.nextInt(left.size()));
    }
}
