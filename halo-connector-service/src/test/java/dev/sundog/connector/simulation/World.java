package dev.sundog.connector.simulation;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.lifecycle.Input;
import java.util.Map;
import java.util.TreeMap;

/** All of one schedule: the clock, the topics, Halo, the two processes and who watches them. */
final class World {

    final Chance chance;
    final Agenda agenda;
    final Weather weather;
    final TimeLine line;
    final Coverage coverage = new Coverage();
    final PlantedFault planted;
    final Judge judge;
    final Map<String, Site> sites = new TreeMap<>();
    final Log<Input.Requested> requests = new Log<>();
    final Log<Plan.Step> asides = new Log<>();
    final Log<CallOutcome> outcomes = new Log<>();
    final Log<Call> calls = new Log<>();
    final KeptStates kept;
    final LifecycleHost lifecycle;
    final CallerHost caller;

    World(Chance chance, Weather weather, PlantedFault planted, boolean told) {
        this.chance = chance;
        this.weather = weather;
        this.planted = planted;
        this.agenda = new Agenda(chance.split("agenda"));
        this.line = new TimeLine(agenda, told);
        this.judge = new Judge(this);
        this.kept = new KeptStates(this);
        this.lifecycle = new LifecycleHost(this);
        this.caller = new CallerHost(this);
    }

    /** Whether the fault strikes now; it is counted and told if it does. */
    boolean strikes(Fault fault, Chance lot) {
        if (!weather.strikes(fault, lot)) {
            return false;
        }
        coverage.count("fault", fault.name());
        return true;
    }

    boolean plants(PlantedFault fault) {
        return planted == fault;
    }
}
