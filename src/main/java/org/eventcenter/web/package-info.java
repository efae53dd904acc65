/** HTTP: server, sessions, forms, problem details, pages and their languages. */
@NullMarked
@CheckReturnValue
package org.eventcenter.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
