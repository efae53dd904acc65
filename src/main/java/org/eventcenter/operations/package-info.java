/** Health and readiness. */
@NullMarked
@CheckReturnValue
package org.eventcenter.operations;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
