/** Invented people of many languages, and what they do all day. The same seed gives the same day. */
@NullMarked
@CheckReturnValue
package org.eventcenter.sandbox.people;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
