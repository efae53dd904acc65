/**
 * Who is asking and what they may do.
 *
 * <p>{@link org.eventcenter.account.Visitors} says who a request comes from, by the session of a person who signed in at
 * the wiki or by a one-time link, or by the token of a program; {@link org.eventcenter.account.Rights} alone decides what
 * that one may do.
 */
@NullMarked
@CheckReturnValue
package org.eventcenter.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
