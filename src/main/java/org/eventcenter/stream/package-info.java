/**
 * Reading Wikimedia EventStreams, from bytes to changes, with a position that survives a crash.
 *
 * <p>The way of an event: {@code EventStreams} (connection) · {@code SseReader} (bytes to frames) · {@code ChangeReader}
 * (frame to {@code Change}) · {@code ChangeSink} (the recorder, one package below) · {@code StreamPosition} (how far
 * all is done). {@code StreamVerticle} runs this while its node holds the lease.
 */
@NullMarked
@CheckReturnValue
package org.eventcenter.stream;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
