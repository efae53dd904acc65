package org.eventcenter.contribution;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.Map;
import org.eventcenter.bus.Bus;
import org.eventcenter.config.Settings;
import org.eventcenter.database.Database;
import org.eventcenter.database.DatabaseConfig;
import org.eventcenter.database.TestPostgres.TestDatabase;
import org.eventcenter.feed.Doorbells;
import org.eventcenter.stream.StreamConfig;
import org.eventcenter.stream.StreamModule;

/** The part of a hub that reads the stream and counts, with one event loop of its own so that it can be frozen. */
final class ReaderNode {
    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    final Database database;
    final ContributionModule contribution;
    final StreamModule stream;

    private ReaderNode(String name, TestDatabase tables, StreamConfig config, RecorderConfig recording) {
        var settings = DatabaseConfig.from(Settings.read("", Map.of(), Map.of()).section("database"));
        var bus = new Bus(vertx);
        database = new Database(vertx, tables.address(), settings);
        contribution = new ContributionModule(
                vertx, database, bus, new Doorbells(bus), recording, new FinalConfig(Duration.ofHours(2)));
        stream = new StreamModule(
                vertx, database, name, config, "Test/1", contribution.interest(), contribution.sinks());
    }

    static ReaderNode start(String name, TestDatabase tables, StreamConfig config) throws Exception {
        return start(name, tables, config, RecorderConfig.usual(config.waitingBytes()));
    }

    static ReaderNode start(String name, TestDatabase tables, StreamConfig config, RecorderConfig recording)
            throws Exception {
        var node = new ReaderNode(name, tables, config, recording);
        node.contribution.start().await(10, SECONDS);
        node.stream.start().await(10, SECONDS);
        return node;
    }

    void stop() throws Exception {
        stream.stop().await(10, SECONDS);
        contribution.stop().await(10, SECONDS);
        database.close().await(10, SECONDS);
        vertx.close().await(10, SECONDS);
    }
}
