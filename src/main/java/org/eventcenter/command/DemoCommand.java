package org.eventcenter.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eventcenter.module.CannotStart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Shows a campaign in full swing, with simulated wikis and invented people.",
            "Needs no network and no account; what it shows stays on this machine unless --lan is given."
        })
public final class DemoCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "Where it keeps its data (default: .data/demo).")
    private Path data = DemoFolder.DEFAULT;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port of the pages (default: 8080); 0 for any free one.")
    private @Nullable String port;

    @Option(
            names = "--pace",
            paramLabel = "N",
            description = "How many times faster than in life people edit (default: 1); 0 for nobody.")
    private double pace = 1;

    @Option(
            names = "--lan",
            description =
                    "Lets phones in this network take part. It goes over plain http: who listens there can read along.")
    private boolean lan;

    @Override
    public Integer call() {
        if (!(pace >= 0) || Double.isInfinite(pace)) {
            throw new CannotStart(
                    "--pace " + pace + " is no pace: a number such as 0.5 or 3 is wanted, or 0 for nobody");
        }
        return new Foreground().run(new Demonstration(data, port, pace, lan));
    }
}
