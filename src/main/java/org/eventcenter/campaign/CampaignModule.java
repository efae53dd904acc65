package org.eventcenter.campaign;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eventcenter.module.Module;

/** Events: their tables and the routes that read and create them. */
public final class CampaignModule implements Module {
    private final List<Consumer<Router>> routes;

    public CampaignModule(List<Consumer<Router>> routes) {
        this.routes = List.copyOf(routes);
    }

    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public Optional<String> migrations() {
        return Optional.of("org/eventcenter/campaign/migrations");
    }

    @Override
    public Set<String> feedEntryKinds() {
        return Set.of("event", "goal");
    }

    @Override
    public void routes(Router router) {
        routes.forEach(added -> added.accept(router));
    }
}
