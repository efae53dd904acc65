package org.eventcenter.sandbox.mediawiki;

/**
 * An application that may ask people to sign in.
 *
 * @param secret empty for a public client, which has PKCE alone
 * @param callback the only address to which people are sent back
 */
public record OAuthConsumer(String clientId, String secret, String callback) {}
