package org.eventcenter.account;

/** What one may be allowed to do; who may what is decided in {@link Rights} alone. */
public enum Right {
    /** Create events. Tokens are given out by the operator, so they may. */
    CREATE_EVENT,
    /** See an event as its organizers do, private people included. */
    SEE_ORGANIZERS_FEED,
    /** Change an event, and add or remove its participants. */
    ORGANIZE
}
