package org.eventcenter.campaign;

/** What an event wants to reach, in one of its totals. The number is its place in the event, from 1. */
public record Goal(int number, GoalMetric metric, long target) {}
