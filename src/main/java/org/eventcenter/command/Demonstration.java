package org.eventcenter.command;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.eventcenter.HubConfig;
import org.eventcenter.account.AccountStore;
import org.eventcenter.account.ApiTokens;
import org.eventcenter.account.NameListener;
import org.eventcenter.account.OneTimeLinks;
import org.eventcenter.config.Settings;
import org.eventcenter.sandbox.SandboxConfig;
import org.eventcenter.sandbox.SimulatedWiki;
import org.eventcenter.sandbox.demo.Demo;
import org.eventcenter.web.FreePort;
import org.jspecify.annotations.Nullable;

/** A hub as it is served for real, beside simulated wikis, with people who come in by the doors that everybody uses. */
final class Demonstration implements Foreground.Work {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String ORGANIZER = "Demo organizer";
    private static final int WIKI_STOP_SECONDS = 1;

    private final Path data;
    private final @Nullable String port;
    private final double pace;
    private final String host;
    private final Consumer<String> progress = Progress.lines();
    private Optional<Vertx> world = Optional.empty();
    private Optional<ServedHub> served = Optional.empty();
    private Optional<Demo> demo = Optional.empty();

    /** {@code port} is as it was typed, null for the usual one. */
    Demonstration(Path data, @Nullable String port, double pace, boolean lan) {
        this.data = data;
        this.port = port;
        this.pace = pace;
        this.host = lan ? LanAddress.find() : LOOPBACK;
    }

    @Override
    public void start() throws InterruptedException, ExecutionException {
        var sandbox = SandboxConfig.demo(pace).at(host, FreePort.choose(0));
        var config = HubConfig.read(settings("http://" + sandbox.host() + ":" + sandbox.port()));
        config.logging().apply();
        DemoFolder.prepare(data, Clock.systemUTC().instant(), progress);
        progress.accept("Starting the simulated wikis");
        var outside = Vertx.vertx();
        world = Optional.of(outside);
        var wiki = SimulatedWiki.start(outside, sandbox, Clock.systemUTC());
        var hub = serve(config);
        progress.accept("Letting people in");
        var visit = new Demo(outside, Waiting.result(wiki), URI.create(hub.address()), token(hub), Clock.systemUTC());
        demo = Optional.of(visit);
        tell(hub, Waiting.result(visit.begin()));
    }

    @Override
    public void stop() {
        demo.ifPresent(Demo::end);
        served.ifPresent(ServedHub::stop);
        world.ifPresent(outside -> Waiting.end("The simulated wikis", outside.close(), WIKI_STOP_SECONDS));
    }

    private RunningHub serve(HubConfig config) throws InterruptedException, ExecutionException {
        var hub = new ServedHub(config, progress);
        served = Optional.of(hub);
        return hub.start();
    }

    /** Nothing of a real hub's configuration but the port: a demo must not get into a real database. */
    private Settings settings(String wiki) {
        var environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> !name.equals("PORT") && !name.startsWith("EVENT_CENTER_LOGGING_"));
        var options = new HashMap<>(Map.of(
                "hub.data",
                data.toString(),
                "http.port",
                port(environment),
                "wiki.url",
                wiki,
                "oauth.url",
                wiki,
                "oauth.client_id",
                Demo.CLIENT_ID,
                "stream.url",
                wiki,
                "stream.first_position",
                "3h",
                "stream.backoff_max",
                "1s"));
        if (!host.equals(LOOPBACK)) {
            options.put("http.host", "0.0.0.0");
            options.put("http.public_url", "http://" + host + ":" + options.get("http.port"));
        }
        return Settings.read("logging: {level: error}", environment, options);
    }

    /** Chosen here where any is wanted, since the public address holds it. */
    private String port(Map<String, String> environment) {
        var wanted = port != null ? port : environment.getOrDefault("PORT", "8080");
        return wanted.equals("0") ? Integer.toString(FreePort.choose(0)) : wanted;
    }

    private static String token(RunningHub hub) throws InterruptedException, ExecutionException {
        return hub.ask(database -> new AccountStore(database, NameListener.NOBODY)
                .local(ORGANIZER)
                .compose(new ApiTokens(database)::issue));
    }

    private static void tell(RunningHub hub, Demo.Links links) throws InterruptedException, ExecutionException {
        var dashboard = URI.create(links.now()).getPath() + "/live";
        var door = hub.ask(database -> new AccountStore(database, NameListener.NOBODY)
                .local(ORGANIZER)
                .compose(account -> new OneTimeLinks(database).create(account, true, dashboard)));
        System.out.println("""

                Event Center is at %1$s

                  All events     %1$s/
                  The event      %2$s
                  Room screen    %2$s/screen
                  Dashboard      %1$s%3$s
                                 (signs you in as its organizer; once, within ten minutes)
                  Upcoming       %4$s
                  Over           %5$s

                Ctrl-C ends it.""".formatted(hub.address(), links.now(), door, links.upcoming(), links.past()));
    }
}
