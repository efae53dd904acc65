/** What the simulated wikis know, and their doors: Action API, OAuth, pages. Everything here belongs to one event loop. */
@NullMarked
@CheckReturnValue
package org.eventcenter.sandbox.mediawiki;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
