/** Fills a hub with life, as its users would: over its API and its pages, and by no other door. */
@NullMarked
@CheckReturnValue
package org.eventcenter.sandbox.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
