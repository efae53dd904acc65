/** What can be typed at a terminal, and how a process starts, says what is wrong, and ends in order. */
@NullMarked
@CheckReturnValue
package org.eventcenter.command;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
