package org.eventcenter.wiki;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Asks a wiki's Action API as the etiquette of Wikimedia wants it: named, at most three questions at once, patient with
 * a server that is busy. Redirects are not followed, and an answer has a greatest length.
 */
final class ActionApi {
    private static final int MAX_ANSWER_BYTES = 5 * 1024 * 1024;
    private static final int QUESTIONS_AT_ONCE = 3;
    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Map<String, String> ALWAYS =
            Map.of("format", "json", "formatversion", "2", "errorformat", "plaintext", "maxlag", "5");

    private final Vertx vertx;
    private final WikiConfig config;
    private final WebClient client;

    ActionApi(Vertx vertx, WikiConfig config) {
        this.vertx = vertx;
        this.config = config;
        var options = new WebClientOptions()
                .setUserAgent(config.userAgent())
                .setFollowRedirects(false)
                .setDecompressionSupported(true)
                .setConnectTimeout((int) config.timeout().toMillis());
        this.client = WebClient.create(vertx, options, new PoolOptions().setHttp1MaxSize(QUESTIONS_AT_ONCE));
    }

    /** What the reader makes of the answer; fails with {@link WikiUnavailable} only, also if the reader throws. */
    <T> Future<T> ask(URI api, Map<String, String> question, Function<JsonObject, T> reader) {
        return config.trusts(api)
                ? attempt(api, question, 1).map(reader).recover(ActionApi::unavailable)
                : Future.failedFuture(new WikiUnavailable("Not a wiki that we may ask: " + api));
    }

    private Future<JsonObject> attempt(URI api, Map<String, String> question, int attempt) {
        return send(api, question)
                .map(ActionApi::checked)
                .recover(failure -> attempt < ATTEMPTS && isWorthWaiting(failure)
                        ? pause((WikiUnavailable) failure).compose(done -> attempt(api, question, attempt + 1))
                        : Future.failedFuture(failure));
    }

    private Future<HttpResponse<Buffer>> send(URI api, Map<String, String> question) {
        var form = MultiMap.caseInsensitiveMultiMap().addAll(ALWAYS).addAll(question);
        return client.postAbs(api.toString())
                .timeout(config.timeout().toMillis())
                .as(() -> new BoundedBody(MAX_ANSWER_BYTES))
                .sendForm(form);
    }

    private static JsonObject checked(HttpResponse<Buffer> response) {
        int status = response.statusCode();
        if (status == 429 || status == 503) {
            throw WikiUnavailable.busy("The wiki answered " + status, waitAskedFor(response));
        }
        if (status != 200) {
            throw new WikiUnavailable("The wiki answered " + status);
        }
        var answer = new JsonObject(response.body());
        var code = errorCode(answer);
        if (code.equals("maxlag") || code.equals("ratelimited")) {
            throw WikiUnavailable.busy("The wiki is busy: " + code, waitAskedFor(response));
        }
        if (!code.isEmpty()) {
            throw new WikiUnavailable("The wiki refused the question: " + code);
        }
        return answer;
    }

    /** The code of the first error, in either of MediaWiki's error formats; empty if there is none. */
    private static String errorCode(JsonObject answer) {
        if (answer.getValue("error") instanceof JsonObject error) {
            return error.getString("code", "unknown");
        }
        var errors = answer.getJsonArray("errors");
        return errors == null || errors.isEmpty() ? "" : errors.getJsonObject(0).getString("code", "unknown");
    }

    private static Duration waitAskedFor(HttpResponse<?> response) {
        var seconds = Objects.requireNonNullElse(response.getHeader("Retry-After"), "1");
        return seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : LONGEST_WAIT;
    }

    private static boolean isWorthWaiting(Throwable failure) {
        return failure instanceof WikiUnavailable unavailable
                && unavailable.isBusy()
                && unavailable.retryAfter().compareTo(LONGEST_WAIT) <= 0;
    }

    private Future<Boolean> pause(WikiUnavailable busy) {
        return vertx.timer(Math.max(1, busy.retryAfter().toMillis()), TimeUnit.MILLISECONDS)
                .map(true);
    }

    private static <T> Future<T> unavailable(Throwable failure) {
        return Future.failedFuture(
                failure instanceof WikiUnavailable
                        ? failure
                        : new WikiUnavailable("The wiki could not be asked or understood: " + failure));
    }
}
