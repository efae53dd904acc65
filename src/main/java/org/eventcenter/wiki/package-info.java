/** What we ask of MediaWiki: names, accounts and the list of wikis, over its Action API and OAuth. */
@NullMarked
@CheckReturnValue
package org.eventcenter.wiki;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
