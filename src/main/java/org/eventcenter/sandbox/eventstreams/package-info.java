/** The stream of the simulated wikis, with the habits of the real service. Everything here belongs to one event loop. */
@NullMarked
@CheckReturnValue
package org.eventcenter.sandbox.eventstreams;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
