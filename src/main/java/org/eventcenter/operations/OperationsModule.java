package org.eventcenter.operations;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.eventcenter.module.Module;

/** What machines ask who watch over the hub: is the process up, and should people be sent to it. */
public final class OperationsModule implements Module {
    private final Readiness readiness;

    public OperationsModule(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public String name() {
        return "operations";
    }

    /** The modules before this one are up when the server opens, migrations included: to be reached is to be alive. */
    @Override
    public void routes(Router router) {
        router.get("/healthz").handler(request -> answer(request, 200, new JsonObject().put("up", true)));
        router.get("/readyz").handler(this::answerReadiness);
    }

    private void answerReadiness(RoutingContext request) {
        readiness.report().onSuccess(report -> {
            var body = new JsonObject().put("ready", report.ready()).mergeIn(report.states());
            answer(request, report.ready() ? 200 : 503, body);
        });
    }

    private static void answer(RoutingContext request, int status, JsonObject body) {
        request.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(body.encode())
                .onFailure(request::fail);
    }
}
