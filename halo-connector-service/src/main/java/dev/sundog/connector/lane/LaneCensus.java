package dev.sundog.connector.lane;

import java.time.Duration;
import java.util.Map;

/**
 * How the lanes of one task stand.
 *
 * @param lanes how many do what
 * @param pending tickets that wait for a turn
 * @param oldest the longest wait of a ticket whose time has come
 */
public record LaneCensus(Map<Lane.Activity, Integer> lanes, int pending, Duration oldest) {
    public LaneCensus {
        lanes = Map.copyOf(lanes);
    }
}
