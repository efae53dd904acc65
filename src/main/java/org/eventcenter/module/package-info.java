/** What a feature brings to the hub, and nothing else: the first package in the reading order, so it knows no other. */
@NullMarked
@CheckReturnValue
package org.eventcenter.module;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
