package org.eventcenter.live;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Consumer;
import org.eventcenter.module.Module;

/** The pages that live off the channel: the room screen and the organizers' dashboard. */
public final class LivePagesModule implements Module {
    private final List<Consumer<Router>> pages;

    public LivePagesModule(List<Consumer<Router>> pages) {
        this.pages = List.copyOf(pages);
    }

    @Override
    public String name() {
        return "live-pages";
    }

    @Override
    public void routes(Router router) {
        pages.forEach(page -> page.accept(router));
    }
}
