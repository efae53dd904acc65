package org.eventcenter.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eventcenter.config.DataFolder;
import org.slf4j.LoggerFactory;

/** Where people reach the hub of a data folder, in a file for the commands that speak to a running hub. */
final class HubAddress {
    private final Path file;

    private HubAddress(Path file) {
        this.file = file;
    }

    static HubAddress write(DataFolder data, String address) {
        var file = data.resolve("hub.address");
        try {
            Files.writeString(file, address);
        } catch (IOException e) {
            LoggerFactory.getLogger(HubAddress.class).warn("Cannot write {}", file, e);
        }
        return new HubAddress(file);
    }

    /** Empty when no hub of this folder is running, unless one was killed. */
    static Optional<String> read(Path data) {
        try {
            return Optional.of(Files.readString(data.resolve("hub.address")).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LoggerFactory.getLogger(HubAddress.class).warn("Cannot delete {}", file, e);
        }
    }
}
