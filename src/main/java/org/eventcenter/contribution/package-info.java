/** Whose edit it is, whether it counts and why: counted once, corrected when the wiki changes its mind. */
@NullMarked
@CheckReturnValue
package org.eventcenter.contribution;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
