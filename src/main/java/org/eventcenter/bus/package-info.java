/** Typed topics over the Vert.x event bus. No other package touches the event bus. */
@NullMarked
@CheckReturnValue
package org.eventcenter.bus;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
