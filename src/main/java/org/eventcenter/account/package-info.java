/** Who is asking and what they may do: the one place where rights are decided. */
@NullMarked
@CheckReturnValue
package org.eventcenter.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
