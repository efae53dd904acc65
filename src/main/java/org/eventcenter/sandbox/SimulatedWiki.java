package org.eventcenter.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.eventcenter.sandbox.eventstreams.Canaries;
import org.eventcenter.sandbox.eventstreams.EventLog;
import org.eventcenter.sandbox.eventstreams.Reporter;
import org.eventcenter.sandbox.eventstreams.StreamRoutes;
import org.eventcenter.sandbox.mediawiki.ActionApiRoutes;
import org.eventcenter.sandbox.mediawiki.OAuthConsumer;
import org.eventcenter.sandbox.mediawiki.OAuthRoutes;
import org.eventcenter.sandbox.mediawiki.PageRoutes;
import org.eventcenter.sandbox.mediawiki.Wikis;
import org.eventcenter.sandbox.people.Cast;
import org.eventcenter.sandbox.people.EditingDay;

/**
 * The wikis, their stream and their OAuth as one server of its own. Who only knows its address cannot tell it from the
 * real ones: the central wiki is at the root ({@code /w/api.php}, {@code /w/rest.php/oauth2/…}), every other one under
 * its database name ({@code /enwiki/w/api.php}, {@code /enwiki/wiki/Title}), the stream at {@code /v2/stream/…}.
 *
 * <p>All that it knows belongs to its own event loop; {@link #act} is the way in from other threads.
 */
public final class SimulatedWiki extends VerticleBase {
    private static final int EVENTS_KEPT = 50_000;

    private final SandboxConfig config;
    private final Clock clock;
    private final EventLog log = new EventLog(EVENTS_KEPT);
    private final Canaries canaries = new Canaries(log);
    private final Wikis wikis;
    private final StreamRoutes stream;
    private final OAuthRoutes oauth;
    private final Cast cast;
    private final HttpServer server;

    private SimulatedWiki(Vertx vertx, SandboxConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.wikis = new Wikis(clock, new Reporter(log));
        this.stream = new StreamRoutes(vertx, log, config.stream());
        this.cast = new Cast(config.seed());
        this.oauth = new OAuthRoutes(wikis, clock, config.isQuiet() ? List.of() : cast.names());
        this.server = vertx.createHttpServer();
    }

    /** Completes when it can be asked. Its stream answers 503 until {@link #openStream()}. */
    public static Future<SimulatedWiki> start(Vertx vertx, SandboxConfig config, Clock clock) {
        var wiki = new SimulatedWiki(vertx, config, clock);
        return vertx.deployVerticle(wiki).map(deployed -> wiki);
    }

    @Override
    public Future<?> start() {
        var router = Router.router(vertx);
        router.route().handler(UserAgents::check);
        return server.requestHandler(router)
                .listen(config.port(), config.host())
                .compose(listening -> {
                    mount(router);
                    return beginLife();
                });
    }

    /** After the port is known, since the site matrix tells addresses on this server. */
    private void mount(Router router) {
        stream.mount(router);
        oauth.mount(router);
        new ActionApiRoutes(wikis, address().toString()).mount(router);
        new PageRoutes(wikis).mount(router);
    }

    private Future<Void> beginLife() {
        if (config.isQuiet()) {
            return Future.succeededFuture();
        }
        var day = new EditingDay(wikis, cast, config.seed());
        var life = new Life(vertx, clock, day, canaries, config.pace());
        return life.catchUp(config.history()).onSuccess(caughtUp -> life.goOn());
    }

    @Override
    public Future<?> stop() {
        return server.close();
    }

    /** Without a slash at the end. */
    public URI address() {
        return URI.create("http://" + config.host() + ":" + server.actualPort());
    }

    /** Who edits here. */
    public Cast cast() {
        return cast;
    }

    /** How many times faster than in life people edit. */
    public double pace() {
        return config.pace();
    }

    /** From now on the stream is up. */
    public Future<Void> openStream() {
        return run(stream::open);
    }

    /** Does something on the wikis, as somebody who edits there or runs them. */
    public <T> Future<T> act(Function<Wikis, T> deed) {
        var done = Promise.<T>promise();
        context.runOnContext(turn -> done.handle(Future.succeededFuture(wikis).map(deed)));
        return done.future();
    }

    private Future<Void> run(Runnable deed) {
        return act(known -> {
                    deed.run();
                    return true;
                })
                .mapEmpty();
    }

    /** Approves the application, as the central wiki's administrators do. */
    public Future<Void> approve(OAuthConsumer consumer) {
        return run(() -> oauth.approve(consumer));
    }

    public Future<Void> sendCanaries() {
        return run(() -> canaries.send(clock.instant()));
    }

    /** Events are taken in by the other data centre from now on. */
    public Future<Void> switchDataCentre() {
        return run(log::switchDataCentre);
    }
}
