package org.eventcenter.command;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.NameListener;
import org.eventcenter.account.OneTimeLinks;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.CampaignStore;
import org.eventcenter.campaign.EventOrganizers;
import org.eventcenter.module.CannotStart;
import org.eventcenter.web.Links;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "link",
        description = {
            "Prints a link that lets somebody into the running hub: once, and within ten minutes.",
            "With --event an organizer of that event, else an operator, who may do everything."
        })
public final class LinkCommand implements Callable<Integer> {
    @Mixin
    private HubOptions options = new HubOptions();

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Under which name; an operator without this option is called Operator.")
    private @Nullable String name;

    @Option(
            names = "--event",
            paramLabel = "SLUG",
            description = "Makes NAME an organizer of the event with this address, and leads to its dashboard.")
    private @Nullable String slug;

    @Option(names = "--to", paramLabel = "PATH", description = "The page that it opens, such as /e/tea/live.")
    private @Nullable String path;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        if (path != null && !Links.isOwnPath(path)) {
            throw new CannotStart("--to \"" + path + "\" is no page of the hub; it begins with one slash: /e/tea/live");
        }
        if (slug != null && name == null) {
            throw new CannotStart("--event needs --as NAME: who is to organize the event");
        }
        var person = TypedName.read(name == null ? "Operator" : name);
        var hub = RunningHub.find(options);
        var link = hub.ask(
                database -> slug == null ? forOperator(database, person) : forOrganizer(database, person, slug));
        System.out.println(hub.address() + link);
        return 0;
    }

    private Future<String> forOperator(Pool database, String person) {
        return new AccountStore(database, NameListener.NOBODY)
                .named(person)
                .compose(account -> new OneTimeLinks(database).create(account, true, leadsTo("/")));
    }

    private Future<String> forOrganizer(Pool database, String person, String eventSlug) {
        return new CampaignStore(database)
                .bySlug(eventSlug)
                .compose(found -> found.isPresent()
                        ? letIn(database, person, found.get())
                        : Future.failedFuture(
                                new CannotStart("there is no event with the address \"" + eventSlug + "\"")));
    }

    private Future<String> letIn(Pool database, String person, CampaignEvent event) {
        var dashboard = leadsTo("/e/" + event.slug() + "/live");
        return new AccountStore(database, NameListener.NOBODY)
                .named(person)
                .compose(account -> new EventOrganizers(database)
                        .add(account.accountId(), event.eventId())
                        .compose(added -> new OneTimeLinks(database).create(account, false, dashboard)));
    }

    private String leadsTo(String otherwise) {
        return path == null ? otherwise : path;
    }
}
