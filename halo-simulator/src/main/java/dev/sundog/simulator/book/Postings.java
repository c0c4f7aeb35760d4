package dev.sundog.simulator.book;

import java.util.Arrays;

/** Numbers of tickets, ascending, each once. Most are added at the end. Not safe from several threads. */
final class Postings {

    private int[] ids = {};
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return ids[index];
    }

    /** Nothing if it is there already. */
    void add(int id) {
        int at = size == 0 || ids[size - 1] < id ? -size - 1 : Arrays.binarySearch(ids, 0, size, id);
        if (at >= 0) {
            return;
        }
        int place = -at - 1;
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, Math.max(1, size * 2));
        }
        System.arraycopy(ids, place, ids, place + 1, size - place);
        ids[place] = id;
        size++;
    }

    /** Nothing if it is not there. */
    void remove(int id) {
        int at = Arrays.binarySearch(ids, 0, size, id);
        if (at >= 0) {
            size--;
            System.arraycopy(ids, at + 1, ids, at, size - at);
        }
    }

    boolean contains(int id) {
        return Arrays.binarySearch(ids, 0, size, id) >= 0;
    }

    int[] copy() {
        return Arrays.copyOf(ids, size);
    }

    void copyTo(int[] target, int from) {
        System.arraycopy(ids, 0, target, from, size);
    }
}
