/** The composition root: {@link org.eventcenter.Main} reads the command line, {@link org.eventcenter.EventCenter} wires the modules. */
@NullMarked
@CheckReturnValue
package org.eventcenter;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
