package org.eventcenter.web;

/** An exception that knows what to tell whoever made the request, so that no route has to translate it. */
public interface TellsProblem {
    Problem problem();
}
