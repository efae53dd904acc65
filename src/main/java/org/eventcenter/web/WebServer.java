package org.eventcenter.web;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for HTTP and sockets, on every event loop; opened last and closed first. */
public final class WebServer {
    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    private static final int SEND_BUFFER = 64 * 1024;
    private static final int BACKLOG = 4096;
    /** What a browser says on a socket, in bytes: no more than a hello. */
    private static final int LARGEST_SAID = 8 * 1024;
    /** A peer whose cable was pulled is noticed after this time. */
    private static final int UNANSWERED_MILLIS = 45_000;

    private static final int IDLE_SECONDS = 75;

    private final Vertx vertx;
    private final HttpConfig http;
    private final Router router;

    public WebServer(Vertx vertx, HttpConfig http, Router router) {
        this.vertx = vertx;
        this.http = http;
        this.router = router;
    }

    /** Completes with the deployment when every event loop accepts; fails with {@code BindException} on a taken port. */
    public Future<String> start() {
        if (!vertx.isNativeTransportEnabled()) {
            log.warn("Sockets cost a fifth more here: no native transport", vertx.unavailableNativeTransportCause());
        }
        var everyEventLoop =
                new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors());
        return vertx.deployVerticle(() -> new Listener(http, router), everyEventLoop);
    }

    /**
     * Compression is for pages and files alone: each compressed socket would cost memory by the hundred kB. Form limits
     * are those of a long registration form.
     */
    static HttpServerOptions options(HttpConfig http) {
        return new HttpServerOptions()
                .setHost(http.host())
                .setPort(http.port())
                .setCompressionSupported(true)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(LARGEST_SAID)
                .setMaxWebSocketMessageSize(LARGEST_SAID)
                .setHttp2ClearTextEnabled(false)
                .setMaxInitialLineLength(8 * 1024)
                .setMaxHeaderSize(16 * 1024)
                .setMaxFormFields(300)
                .setMaxFormAttributeSize(64 * 1024)
                .setSendBufferSize(SEND_BUFFER)
                .setTcpUserTimeout(UNANSWERED_MILLIS)
                .setAcceptBacklog(BACKLOG)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }

    private static final class Listener extends VerticleBase {
        private final HttpConfig http;
        private final Router router;

        Listener(HttpConfig http, Router router) {
            this.http = http;
            this.router = router;
        }

        @Override
        public Future<HttpServer> start() {
            return vertx.createHttpServer(options(http)).requestHandler(router).listen();
        }
    }
}
