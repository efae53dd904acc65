/** The numbered journal of one audience of one event. Everything that a screen shows has a number here. */
@NullMarked
@CheckReturnValue
package org.eventcenter.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
