package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a new event with its feeds, wikis, goals and owner, in one call. */
final class EventCreation {
    private static final String CREATE = """
            select * from event_create(
                $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)""";
    private static final String BY_ID = "select * from event where event_id = $1";
    private static final int SHORT_CODES_TRIED = 5;

    private final Pool pool;
    private final ShortCodes shortCodes = new ShortCodes();

    EventCreation(Pool pool) {
        this.pool = pool;
    }

    /** Empty: the slug is taken. */
    Future<Optional<CampaignEvent>> create(NewEvent wanted) {
        return create(wanted, SHORT_CODES_TRIED);
    }

    private Future<Optional<CampaignEvent>> create(NewEvent wanted, int tries) {
        return pool.preparedQuery(CREATE)
                .execute(parameters(wanted, shortCodes.next()))
                .compose(rows -> answer(wanted, rows.iterator().next(), tries));
    }

    private Future<Optional<CampaignEvent>> answer(NewEvent wanted, Row row, int tries) {
        return switch (row.getString("o_outcome")) {
            case "created" -> read(row.getLong("o_event"));
            case "slug_taken" -> Future.succeededFuture(Optional.empty());
            default ->
                tries > 1
                        ? create(wanted, tries - 1)
                        : Future.failedFuture(new IllegalStateException("no short code is free"));
        };
    }

    private Future<Optional<CampaignEvent>> read(long eventId) {
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(eventId))
                .map(rows -> Optional.of(EventRow.read(rows.iterator().next())));
    }

    private static Tuple parameters(NewEvent wanted, String shortCode) {
        var goals = wanted.goals();
        return Tuple.tuple()
                .addString(wanted.slug())
                .addString(shortCode)
                .addString(wanted.name())
                .addString(wanted.description())
                .addString(wanted.status().word())
                .addBoolean(wanted.test())
                .addOffsetDateTime(time(wanted.startsAt()))
                .addOffsetDateTime(time(wanted.endsAt()))
                .addString(wanted.timeZone().getId())
                .addOffsetDateTime(time(wanted.opensAt()))
                .addOffsetDateTime(time(wanted.closesAt()))
                .addInteger(wanted.capacity())
                .addArrayOfString(wanted.wikis().toArray(String[]::new))
                .addArrayOfInteger(wanted.namespaces().toArray(Integer[]::new))
                .addArrayOfString(
                        goals.stream().map(goal -> goal.metric().word()).toArray(String[]::new))
                .addArrayOfLong(goals.stream().map(NewEvent.GoalTarget::target).toArray(Long[]::new))
                .addLong(wanted.ownerAccountId());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
