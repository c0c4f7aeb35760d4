package dev.sundog.connector.halo;

import java.util.List;

/**
 * The first page of a list of tickets.
 *
 * @param total how many match, by Halo's count
 */
public record HaloPage(List<HaloRow> rows, long total) {
    public HaloPage {
        rows = List.copyOf(rows);
    }
}
