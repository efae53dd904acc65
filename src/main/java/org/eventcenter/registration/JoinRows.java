package org.eventcenter.registration;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.eventcenter.feed.FeedMove;
import org.eventcenter.registration.RegistrationStore.JoinBatch;

/** Writes requests as the arrays of {@code registration_join}, and reads its rows as answers. */
final class JoinRows {
    private JoinRows() {}

    static Tuple parameters(long eventId, List<TimedJoin> requests, DoorCodes codes) {
        return Tuple.tuple()
                .addLong(eventId)
                .addArrayOfUUID(array(requests, JoinRequest::requestId, UUID[]::new))
                .addArrayOfLong(array(requests, JoinRequest::accountId, Long[]::new))
                .addArrayOfBoolean(array(requests, JoinRequest::isPrivate, Boolean[]::new))
                .addArrayOfBoolean(array(requests, JoinRequest::namePublic, Boolean[]::new))
                .addArrayOfBoolean(array(requests, JoinRequest::byOrganizer, Boolean[]::new))
                .addArrayOfString(array(requests, request -> codes.next(), String[]::new))
                .addArrayOfString(array(requests, request -> codes.next(), String[]::new))
                .addArrayOfString(array(requests, request -> codes.next(), String[]::new))
                .addArrayOfOffsetDateTime(requests.stream()
                        .map(one -> one.wishedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    static JoinBatch read(long eventId, RowSet<Row> rows) {
        var answers = new ArrayList<JoinAnswer>(rows.size());
        for (var row : rows) {
            answers.add(answer(row));
        }
        return new JoinBatch(answers, FeedMove.of(eventId, rows.iterator().next()));
    }

    private static JoinAnswer answer(Row row) {
        var outcome = JoinOutcome.of(row.getString("o_outcome"));
        return new JoinAnswer(outcome, outcome.isIn() ? Optional.of(place(row)) : Optional.empty());
    }

    private static JoinAnswer.Place place(Row row) {
        return new JoinAnswer.Place(
                row.getLong("o_registration"),
                row.getString("o_code"),
                row.getBoolean("o_private"),
                row.getBoolean("o_name_public"));
    }

    private static <T> T[] array(List<TimedJoin> requests, Function<JoinRequest, T> read, IntFunction<T[]> make) {
        return requests.stream().map(TimedJoin::request).map(read).toArray(make);
    }
}
