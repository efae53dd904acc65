/**
 * Whose edit it is, whether it counts and why: counted once, corrected when the wiki changes its mind.
 *
 * <p>{@code ParticipantIndex} knows from memory whose edits are wanted, {@code IndexWatch} keeps it up to date on every
 * node; {@code Recorder} takes the changes on the node that reads the stream and writes them, an event's with one SQL
 * call ({@code ContributionStore}). What counts is decided in SQL, under the event's lock.
 */
@NullMarked
@CheckReturnValue
package org.eventcenter.contribution;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
