package org.eventcenter.web;

/**
 * Who a session cookie says its bearer is. Whether that still holds is in the table of sessions.
 *
 * @param sessionId random and secret, new at each sign-in
 * @param csrf the token of this session's forms
 */
public record SessionCookie(long accountId, String sessionId, String csrf) {}
