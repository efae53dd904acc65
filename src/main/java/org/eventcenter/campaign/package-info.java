/** What people join: events with their window, wikis and goals. */
@NullMarked
@CheckReturnValue
package org.eventcenter.campaign;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
