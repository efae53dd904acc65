package org.eventcenter.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Styles, scripts and pictures from {@code webroot} on the class path. Files of packages have their version in the
 * path and may be kept for ever; our own are asked for again each time and answered by their ETag.
 */
public final class StaticFiles {
    private static final List<String> FOLDERS = List.of("/css/*", "/js/*", "/img/*", "/vendor/*", "/robots.txt");
    /**
     * What is said with every answer and is about pages and requests that do something. A page loads twenty and more files,
     * and with each of them it would cost a phone as much as a picture. Our files hold nothing that a policy would stop.
     */
    private static final List<String> NOT_FOR_FILES =
            List.of("Content-Security-Policy", "Referrer-Policy", "Cross-Origin-Opener-Policy", RequestId.HEADER);

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "txt", "text/plain; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon");

    private final Vertx vertx;
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    public StaticFiles(Vertx vertx) {
        this.vertx = vertx;
    }

    private record StaticFile(Buffer content, String type, String etag) {}

    public void routes(Router router) {
        FOLDERS.forEach(folder -> router.get(folder).handler(this::serve));
        router.get("/favicon.ico").handler(StaticFiles::leadToMark);
    }

    /** Pages name the picture; some programs ask for it by this address all the same. */
    private static void leadToMark(RoutingContext context) {
        context.response()
                .setStatusCode(308)
                .putHeader(HttpHeaders.LOCATION, "/img/mark.svg")
                .end()
                .onFailure(gone -> {});
    }

    private void serve(RoutingContext context) {
        var path = context.normalizedPath();
        find(path)
                .compose(file -> file.isPresent()
                        ? send(context, path, file.get())
                        : Future.failedFuture(Problem.notFound().exception()))
                .onFailure(context::fail);
    }

    private Future<Optional<StaticFile>> find(String path) {
        var known = files.get(path);
        if (known != null) {
            return Future.succeededFuture(Optional.of(known));
        }
        return vertx.executeBlocking(() -> read(path), false)
                .onSuccess(found -> found.ifPresent(file -> files.put(path, file)));
    }

    private static Optional<StaticFile> read(String path) throws IOException {
        var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || path.contains("..")) {
            return Optional.empty();
        }
        try (var file = StaticFiles.class.getResourceAsStream("/webroot" + path)) {
            if (file == null) {
                return Optional.empty();
            }
            var content = Buffer.buffer(file.readAllBytes());
            var etag = '"' + Secrets.hash(content.toString("ISO-8859-1")).substring(0, 16) + '"';
            return Optional.of(new StaticFile(content, type, etag));
        }
    }

    private static Future<Void> send(RoutingContext context, String path, StaticFile file) {
        var response = context.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, cacheControl(path))
                .putHeader(HttpHeaders.ETAG, file.etag());
        if (file.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return response.setStatusCode(304).end();
        }
        NOT_FOR_FILES.forEach(response.headers()::remove);
        return response.putHeader(HttpHeaders.CONTENT_TYPE, file.type()).end(file.content());
    }

    private static String cacheControl(String path) {
        return path.startsWith("/vendor/") ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
