/**
 * HTTP: what every request meets before it reaches a module's route, and what every answer is made with.
 *
 * <p>Start at {@link org.eventcenter.web.WebRouter}: host, session, body and form are checked there in order. A route
 * answers people with {@link org.eventcenter.web.Pages} and programs with {@link org.eventcenter.web.ApiAnswers}; whatever
 * is wrong it throws, or fails with, as a {@link org.eventcenter.web.Problem}. Texts come from
 * {@link org.eventcenter.web.Messages}, as {@link org.eventcenter.web.Words} of the language of the request.
 */
@NullMarked
@CheckReturnValue
package org.eventcenter.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
