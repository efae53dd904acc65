package org.eventcenter.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.eventcenter.config.DataFolder;
import org.eventcenter.database.EmbeddedPostgresServer;
import org.eventcenter.module.CannotStart;

/**
 * The data folder of a demo. It bears a mark, so that invented people never get into the data of a real hub, and nothing
 * but a demo's data is ever thrown away.
 */
final class DemoFolder {
    static final Path DEFAULT = Path.of(".data/demo");

    /** When it starts, the demo's event has four hours to go; a demo that is older shows nothing that moves. */
    private static final Duration LIVELY = Duration.ofHours(3);

    private static final String MARK = "demo-began";

    private DemoFolder() {}

    /** Takes up a demo that was stopped or killed a while ago, and begins anew where it is over. Blocks. */
    static void prepare(Path path, Instant now, Consumer<String> progress) throws InterruptedException {
        var data = DataFolder.open(path);
        var mark = data.resolve(MARK);
        try {
            if (!Files.exists(mark) && EmbeddedPostgresServer.isIn(data)) {
                throw new CannotStart("The data folder " + path.toAbsolutePath()
                        + " is that of a real hub; choose another one for the demo with --data.");
            }
            if (Files.exists(mark)
                    && now.isBefore(Instant.parse(Files.readString(mark)).plus(LIVELY))) {
                return;
            }
            if (EmbeddedPostgresServer.isIn(data)) {
                progress.accept("Throwing away the demo of another day");
                EmbeddedPostgresServer.delete(data);
            }
            Files.writeString(mark, now.toString());
        } catch (IOException e) {
            throw new CannotStart("The data folder " + path + " cannot be used: " + DataFolder.reason(e), e);
        }
    }
}
