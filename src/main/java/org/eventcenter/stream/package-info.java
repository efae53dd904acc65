/** Reading Wikimedia EventStreams: bytes to changes, and the position that survives a crash. */
@NullMarked
@CheckReturnValue
package org.eventcenter.stream;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
