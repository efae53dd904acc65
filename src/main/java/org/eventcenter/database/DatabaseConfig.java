package org.eventcenter.database;

import java.time.Duration;
import java.util.Optional;
import org.eventcenter.config.Section;

/** {@code address} is empty when the hub runs a server of its own. */
public record DatabaseConfig(
        Optional<DatabaseAddress> address,
        int connections,
        int slowConnections,
        Duration timeout,
        Duration slowTimeout) {

    public static DatabaseConfig from(Section section) {
        return new DatabaseConfig(
                address(section),
                section.number("connections", 12, 2, 1_000),
                section.number("slow_connections", 4, 1, 1_000),
                section.duration("timeout", "2s"),
                section.duration("slow_timeout", "30s"));
    }

    private static Optional<DatabaseAddress> address(Section section) {
        var url = section.secret("url");
        try {
            return url.map(DatabaseAddress::parse);
        } catch (IllegalArgumentException e) {
            section.reject("url", "its value " + e.getMessage());
            return Optional.empty();
        }
    }
}
