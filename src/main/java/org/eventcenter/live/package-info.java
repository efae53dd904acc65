/** Fan-out to open screens: the relay that reads the feeds, the sockets that watch them. */
@NullMarked
@CheckReturnValue
package org.eventcenter.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
