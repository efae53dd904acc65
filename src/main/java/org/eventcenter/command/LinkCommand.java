package org.eventcenter.command;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.eventcenter.account.Account;
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
        var person = name == null ? null : TypedName.read(name);
        var hub = RunningHub.find(options);
        var link = hub.ask((database, wiki) -> person == null
                ? forTerminal(database)
                : forPerson(database, () -> new NamedAccount(database, wiki).find(person)));
        System.out.println(hub.address() + link);
        return 0;
    }

    private Future<String> forTerminal(Pool database) {
        return NamedAccount.accounts(database).terminal().compose(account -> forOperator(database, account));
    }

    /** Asks who it is when the event is known to be there. */
    private Future<String> forPerson(Pool database, Supplier<Future<Account>> person) {
        return slug == null
                ? person.get().compose(account -> forOperator(database, account))
                : event(database, slug)
                        .compose(event -> person.get().compose(account -> forOrganizer(database, account, event)));
    }

    private Future<String> forOperator(Pool database, Account account) {
        return new OneTimeLinks(database).create(account, true, leadsTo("/"));
    }

    private Future<String> forOrganizer(Pool database, Account account, CampaignEvent event) {
        return new EventOrganizers(database)
                .add(account.accountId(), event.eventId())
                .compose(added ->
                        new OneTimeLinks(database).create(account, false, leadsTo("/e/" + event.slug() + "/live")));
    }

    private static Future<CampaignEvent> event(Pool database, String eventSlug) {
        return new CampaignStore(database)
                .bySlug(eventSlug)
                .compose(found -> found.map(Future::succeededFuture)
                        .orElseGet(() -> Future.failedFuture(
                                new CannotStart("there is no event with the address \"" + eventSlug + "\""))));
    }

    private String leadsTo(String otherwise) {
        return path == null ? otherwise : path;
    }
}
