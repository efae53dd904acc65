/** PostgreSQL: the pools, the migrations of each module, the embedded server, and the lease that says who reads the stream. */
@NullMarked
@CheckReturnValue
package org.eventcenter.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
