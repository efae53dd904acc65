/** Typed configuration: one YAML file, overridden by the environment, every mistake reported at once. */
@NullMarked
@CheckReturnValue
package org.eventcenter.config;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
