package org.eventcenter.database;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and PostgreSQL and loses answers to queries (the work is done, and nobody is told), or holds all
 * of them back.
 */
public final class CuttingProxy {
    /** What PostgreSQL says when a query has given its rows. */
    private static final String DONE = "SELECT ";

    private final Vertx vertx;
    private final URI target;
    private final AtomicInteger answersToLose = new AtomicInteger();
    private final Set<NetSocket> servers = ConcurrentHashMap.newKeySet();
    private volatile boolean silent;
    private volatile boolean shut;
    private int port;

    private CuttingProxy(Vertx vertx, URI target) {
        this.vertx = vertx;
        this.target = target;
    }

    public static CuttingProxy before(Vertx vertx, TestPostgres.TestDatabase database) throws Exception {
        var proxy = new CuttingProxy(vertx, URI.create(database.url()));
        proxy.port = vertx.createNetServer()
                .connectHandler(proxy::connect)
                .listen(0, "127.0.0.1")
                .await(5, SECONDS)
                .actualPort();
        return proxy;
    }

    /** The address of the database by way of this proxy. */
    public String url() {
        return target.toString().replace(":" + target.getPort() + "/", ":" + port + "/");
    }

    /** The next answers are thrown away, and the connection closed instead. */
    public void loseAnswers(int count) {
        answersToLose.set(count);
    }

    /** Like a server that was stopped: connections stay, new ones are taken, and nothing is answered. */
    public void fallSilent() {
        silent = true;
        servers.forEach(NetSocket::pause);
    }

    /** What was asked meanwhile is answered now. */
    public void speakAgain() {
        silent = false;
        servers.forEach(NetSocket::resume);
    }

    public int answersStillToLose() {
        return answersToLose.get();
    }

    /** Nobody gets through, until {@link #open()}. Who is connected stays so. */
    public void shut() {
        shut = true;
    }

    public void open() {
        shut = false;
    }

    private void connect(NetSocket client) {
        if (shut) {
            client.close();
            return;
        }
        client.pause();
        vertx.createNetClient()
                .connect(target.getPort(), target.getHost())
                .onSuccess(server -> join(client, server))
                .onFailure(failure -> client.close());
    }

    private void join(NetSocket client, NetSocket server) {
        servers.add(server);
        if (silent) {
            server.pause();
        }
        client.handler(server::write);
        server.handler(bytes -> {
            var text = bytes.toString(StandardCharsets.ISO_8859_1);
            if (text.contains(DONE) && answersToLose.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                client.close();
            } else {
                client.write(bytes);
            }
        });
        client.closeHandler(closed -> {
            servers.remove(server);
            server.close();
        });
        server.closeHandler(closed -> client.close());
        client.resume();
    }
}
