package org.eventcenter.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.SqlResult;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;

/** A pool whose calls nobody waits for while PostgreSQL stands still. A connection taken out of it has no such guard. */
record GuardedPool(Pool pool, Standstill standstill) implements Pool {
    @Override
    public Future<SqlConnection> getConnection() {
        return pool.getConnection();
    }

    @Override
    public Query<RowSet<Row>> query(String sql) {
        return new GuardedQuery<>(pool.query(sql), standstill);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
        return new GuardedPreparedQuery<>(pool.preparedQuery(sql), standstill);
    }

    @Override
    public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
        return new GuardedPreparedQuery<>(pool.preparedQuery(sql, options), standstill);
    }

    @Override
    public int size() {
        return pool.size();
    }

    @Override
    public Future<Void> close() {
        return pool.close();
    }

    private record GuardedQuery<T>(Query<T> query, Standstill standstill) implements Query<T> {
        @Override
        public Future<T> execute() {
            return standstill.guard(query::execute);
        }

        @Override
        public <R> Query<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
            return new GuardedQuery<>(query.collecting(collector), standstill);
        }

        @Override
        public <U> Query<RowSet<U>> mapping(Function<Row, U> mapper) {
            return new GuardedQuery<>(query.mapping(mapper), standstill);
        }
    }

    private record GuardedPreparedQuery<T>(PreparedQuery<T> query, Standstill standstill) implements PreparedQuery<T> {
        @Override
        public Future<T> execute() {
            return standstill.guard(query::execute);
        }

        @Override
        public Future<T> execute(Tuple parameters) {
            return standstill.guard(() -> query.execute(parameters));
        }

        @Override
        public Future<T> executeBatch(List<Tuple> batch) {
            return standstill.guard(() -> query.executeBatch(batch));
        }

        @Override
        public <R> PreparedQuery<SqlResult<R>> collecting(Collector<Row, ?, R> collector) {
            return new GuardedPreparedQuery<>(query.collecting(collector), standstill);
        }

        @Override
        public <U> PreparedQuery<RowSet<U>> mapping(Function<Row, U> mapper) {
            return new GuardedPreparedQuery<>(query.mapping(mapper), standstill);
        }
    }
}
