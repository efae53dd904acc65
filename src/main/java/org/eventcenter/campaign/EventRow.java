package org.eventcenter.campaign;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads a row of the event table. */
final class EventRow {
    private EventRow() {}

    static CampaignEvent read(Row row) {
        return new CampaignEvent(
                row.getLong("event_id"),
                row.getString("slug"),
                row.getString("short_code"),
                row.getString("name"),
                row.getString("description"),
                EventStatus.of(row.getString("status")),
                row.getBoolean("test"),
                row.getOffsetDateTime("starts_at").toInstant(),
                row.getOffsetDateTime("ends_at").toInstant(),
                ZoneId.of(row.getString("time_zone")),
                instant(row.getOffsetDateTime("opens_at")),
                instant(row.getOffsetDateTime("closes_at")),
                row.getInteger("capacity"),
                row.getInteger("scope_version"),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("final_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
