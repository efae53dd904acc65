package org.eventcenter.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.eventcenter.HubConfig;
import org.eventcenter.config.Settings;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description = "Runs a hub for real: Wikimedia's stream, and a database that lasts.",
        footer = {"", "Every key of the configuration stands in " + HubOptions.DEFAULT_FILE + ", with its default."})
public final class ServeCommand implements Callable<Integer> {
    @Mixin
    private HubOptions options = new HubOptions();

    @Override
    public Integer call() {
        var settings = options.settings();
        var config = HubConfig.read(settings);
        config.logging().apply();
        return new Foreground().run(new Serving(settings, config, options.data()));
    }

    private static final class Serving implements Foreground.Work {
        private final Settings settings;
        private final Optional<String> wayIn;
        private final ServedHub hub;

        Serving(Settings settings, HubConfig config, Optional<Path> folder) {
            this.settings = settings;
            this.wayIn = wayIn(config, folder);
            this.hub = new ServedHub(config, config.logging().json() ? Progress.log() : Progress.lines());
        }

        @Override
        public void start() throws InterruptedException, ExecutionException {
            var log = LoggerFactory.getLogger(ServeCommand.class);
            log.info("Configuration: {}", settings.changed());
            var address = hub.start().address();
            log.info("Event Center is at {}", address);
            wayIn.ifPresent(command -> log.info("Let yourself in: {}", command));
        }

        /** What to type, where nobody could sign in as an operator. */
        private static Optional<String> wayIn(HubConfig config, Optional<Path> folder) {
            var closed = config.oauth().clientId().isEmpty()
                    || config.account().operators().isEmpty();
            var named = folder.map(path -> " --data " + ShellWord.quoted(path.toString()))
                    .orElse("");
            return closed ? Optional.of("./event-center link" + named) : Optional.empty();
        }

        @Override
        public void stop() {
            hub.stop();
        }
    }
}
