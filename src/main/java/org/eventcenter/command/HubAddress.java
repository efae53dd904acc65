package org.eventcenter.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eventcenter.config.DataFolder;
import org.slf4j.LoggerFactory;

/**
 * Where people reach the hub of a data folder and which wiki it asks: a file of two lines, for the commands that speak to a
 * running hub.
 *
 * @param url without a slash at the end
 * @param wiki the central wiki
 */
record HubAddress(String url, URI wiki) {
    private static final String FILE = "hub.address";

    void write(DataFolder data) {
        var file = data.resolve(FILE);
        try {
            Files.writeString(file, url + "\n" + wiki + "\n");
        } catch (IOException e) {
            LoggerFactory.getLogger(HubAddress.class).warn("Cannot write {}", file, e);
        }
    }

    /** Empty when no hub of this folder is running, unless one was killed. */
    static Optional<HubAddress> read(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve(FILE));
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new HubAddress(lines.get(0), URI.create(lines.get(1))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static void remove(DataFolder data) {
        var file = data.resolve(FILE);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LoggerFactory.getLogger(HubAddress.class).warn("Cannot delete {}", file, e);
        }
    }
}
