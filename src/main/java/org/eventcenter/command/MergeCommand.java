package org.eventcenter.command;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.eventcenter.command.NamedAccount.Merging;
import org.eventcenter.module.CannotStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        description = {
            "Says that an account of this hub alone and an account of the wikis are one person, for good.",
            "Places in events, roles, sessions and tokens go along; who is private in one of two places stays private."
        })
public final class MergeCommand implements Callable<Integer> {
    @Mixin
    private HubOptions options = new HubOptions();

    @Parameters(paramLabel = "NAME", description = "What the account is called that only this hub knows.")
    private String local = "";

    @Option(
            names = "--into",
            required = true,
            paramLabel = "NAME",
            description = "The same person's name at the wikis.")
    private String into = "";

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var name = TypedName.read("NAME", local);
        var atWiki = TypedName.read("--into", into);
        var merged = RunningHub.find(options)
                .ask((database, wiki) ->
                        new NamedAccount(database, wiki).merging(name, atWiki).compose(both -> merge(database, both)));
        System.out.println(
                "\"" + merged.local().name() + "\" is \"" + merged.into().name() + "\" from now on.");
        return 0;
    }

    private static Future<Merging> merge(Pool database, Merging both) {
        return NamedAccount.accounts(database)
                .merge(both.local(), both.into())
                .compose(merged -> merged
                        ? Future.succeededFuture(both)
                        : Future.failedFuture(
                                new CannotStart("\"" + both.local().name() + "\" went into another account")));
    }
}
