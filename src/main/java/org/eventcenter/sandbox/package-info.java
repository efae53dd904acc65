/**
 * The demo: a simulated wiki that speaks the real protocols over HTTP, and people who edit on it.
 *
 * <p>{@code SimulatedWiki} is a server of its own: {@code mediawiki} holds what a wiki knows (accounts, pages,
 * revisions) with its Action API and OAuth, {@code eventstreams} tells of it, {@code people} brings it to life.
 * {@code Demo} uses the hub as its users do. No package of the product knows any of them.
 */
@NullMarked
@CheckReturnValue
package org.eventcenter.sandbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
