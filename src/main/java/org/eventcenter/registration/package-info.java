/** Joining and leaving: the desk that commits many joins together, codes, capacity, public and private. */
@NullMarked
@CheckReturnValue
package org.eventcenter.registration;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
