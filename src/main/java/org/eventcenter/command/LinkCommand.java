package org.eventcenter.command;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.OneTimeLinks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "link",
        description = "Prints a link that lets an operator into the running hub: once, and within ten minutes.")
public final class LinkCommand implements Callable<Integer> {
    @Mixin
    private HubOptions options = new HubOptions();

    @Option(names = "--as", paramLabel = "NAME", description = "Under which name; without this option Operator.")
    private String name = "Operator";

    @Option(names = "--to", paramLabel = "PATH", description = "The page that it opens, such as /e/tea/live.")
    private String path = "/";

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var hub = RunningHub.find(options);
        var link = hub.ask(database -> new AccountStore(database)
                .local(name)
                .compose(account -> new OneTimeLinks(database).create(account, true, path)));
        System.out.println(hub.address() + link);
        return 0;
    }
}
