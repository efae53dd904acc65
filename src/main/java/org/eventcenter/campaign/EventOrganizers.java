package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import org.eventcenter.account.EventRoles;

/** Who organizes which event: its owner and those whom the owner asked. May be called from any thread. */
public final class EventOrganizers implements EventRoles {
    private static final String IS_ORGANIZER = """
            select exists (
                select from account_now n join event_organizer o on o.account_id = n.given_to
                where o.event_id = $2 and n.account_id = $1)""";
    private static final String ADD = """
            insert into event_organizer (event_id, account_id, role) values ($1, $2, 'organizer')
            on conflict (event_id, account_id) do nothing""";

    private final Pool pool;

    public EventOrganizers(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Future<Boolean> isOrganizer(long accountId, long eventId) {
        return pool.preparedQuery(IS_ORGANIZER)
                .execute(Tuple.of(accountId, eventId))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** Changes nothing for the owner, or for whom it was done before. */
    public Future<Void> add(long accountId, long eventId) {
        return pool.preparedQuery(ADD).execute(Tuple.of(eventId, accountId)).mapEmpty();
    }
}
