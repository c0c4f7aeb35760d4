package dev.sundog.local.chaos;

import dev.sundog.local.chaos.world.World;
import dev.sundog.local.stack.Stack;

/** What every part of a chaos run works with. */
record Bench(Stack stack, World world, HttpHaloDesk halos, Chronicle chronicle) {}
