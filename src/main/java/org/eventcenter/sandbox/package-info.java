/** The demo: a simulated wiki that speaks the real protocols over HTTP, and people who edit on it. */
@NullMarked
@CheckReturnValue
package org.eventcenter.sandbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
