package org.eventcenter.command;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.eventcenter.account.ApiTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "token",
        description = "Prints a token with which a program may use the API of the running hub; it is shown only now.")
public final class TokenCommand implements Callable<Integer> {
    @Mixin
    private HubOptions options = new HubOptions();

    @Option(names = "--as", required = true, paramLabel = "NAME", description = "For whom the program acts.")
    private String name = "";

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        var person = TypedName.read(name);
        var token = RunningHub.find(options)
                .ask((database, wiki) ->
                        new NamedAccount(database, wiki).find(person).compose(new ApiTokens(database)::issue));
        System.out.println(token);
        return 0;
    }
}
