package org.eventcenter.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventcenter.feed.FeedAudience.PUBLIC;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hostile or broken programs send: each is closed with a code that says why, and the others go on. */
@ExtendWith(VertxExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolAbuseTest {
    private TestEvent event;
    private TestHub hub;

    @BeforeAll
    void start() throws Exception {
        var database = TestPostgres.createWithAllTables();
        event = TestEvent.create(database, "lagos");
        hub = TestHub.start(
                database.url(), TestHub.fast(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(5)));
    }

    @AfterEach
    void others_go_on(Vertx vertx) throws Exception {
        var screen = TestScreen.open(vertx, hub, Pace.SCREEN, event.name(PUBLIC));
        screen.awaitToken(event.name(PUBLIC), event.head(PUBLIC));
        screen.close();
    }

    @AfterAll
    void stop() throws Exception {
        hub.close();
        event.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "null",
                "[]",
                "{\"type\":\"hello\"}",
                "{\"type\":\"hello\",\"v\":[1],\"pace\":\"screen\",\"feeds\":[]}",
                "{\"type\":\"hello\",\"v\":[1],\"pace\":\"light\",\"feeds\":[{\"feed\":\"event/lagos/public\"}]}",
                "{\"type\":\"hello\",\"type\":\"hello\",\"v\":[1],\"pace\":\"screen\",\"feeds\":[{\"feed\":\"x\"}]}",
                "{\"type\":\"publish\",\"v\":[1],\"pace\":\"screen\",\"feeds\":[{\"feed\":\"event/lagos/public\"}]}",
            })
    void what_is_no_hello_is_closed_as_unreadable(String text) throws Exception {
        try (var socket = open()) {
            socket.text(text);
            assertThat(socket.awaitClose()).isEqualTo(4400);
        }
    }

    @Test
    void json_a_thousand_levels_deep_is_closed_as_unreadable() throws Exception {
        try (var socket = open()) {
            socket.text("[".repeat(1001) + "]".repeat(1001));
            assertThat(socket.awaitClose()).isEqualTo(4400);
        }
    }

    @Test
    void bytes_are_closed_as_unreadable() throws Exception {
        try (var socket = open()) {
            socket.frame(RawSocket.BINARY, true, new byte[] {1, 2, 3});
            assertThat(socket.awaitClose()).isEqualTo(4400);
        }
    }

    @Test
    void text_that_is_no_utf_8_is_closed_as_unreadable() throws Exception {
        try (var socket = open()) {
            socket.frame(RawSocket.TEXT, true, new byte[] {(byte) 0xc3, (byte) 0x28});
            assertThat(socket.awaitClose()).isEqualTo(4400);
        }
    }

    @Test
    void a_frame_of_a_megabyte_is_closed_as_unreadable() throws Exception {
        try (var socket = open()) {
            socket.text("x".repeat(1 << 20));
            assertThat(socket.awaitClose()).isEqualTo(4400);
        }
    }

    @Test
    void a_message_that_becomes_too_big_by_its_fragments_is_closed() throws Exception {
        try (var socket = open()) {
            socket.frame(RawSocket.TEXT, false, new byte[5000]);
            socket.frame(RawSocket.CONTINUATION, false, new byte[5000]);
            assertThat(socket.awaitClose()).isEqualTo(4400);
        }
    }

    @Test
    void endless_fragments_are_too_many() throws Exception {
        try (var socket = open()) {
            socket.frame(RawSocket.TEXT, false, "{".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 1000; i++) {
                socket.frame(RawSocket.CONTINUATION, false, new byte[0]);
            }
            assertThat(socket.awaitClose()).isEqualTo(4429);
        }
    }

    @Test
    void endless_pings_are_too_many() throws Exception {
        try (var socket = open()) {
            for (int i = 0; i < 1000; i++) {
                socket.frame(RawSocket.PING, true, new byte[0]);
            }
            assertThat(socket.awaitClose()).isEqualTo(4429);
        }
    }

    @Test
    void ten_thousand_hellos_are_too_many() throws Exception {
        try (var socket = open()) {
            for (int i = 0; i < 10_000; i++) {
                socket.text(hello(event.name(PUBLIC).toString()));
            }
            assertThat(socket.awaitClose()).isEqualTo(4429);
        }
    }

    @Test
    void a_hundred_feeds_are_too_many() throws Exception {
        var feeds = new JsonArray(IntStream.range(0, 100)
                .mapToObj(i -> new JsonObject().put("feed", "e/" + i))
                .toList());
        try (var socket = open()) {
            socket.text(new JsonObject(hello("x")).put("feeds", feeds).encode());
            assertThat(socket.awaitClose()).isEqualTo(4429);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event/nairobi/public",
                "event/lagos/me",
                "event/lagos",
                "",
                "event/\u0000/public",
                "event/../public"
            })
    void a_feed_that_nobody_has_is_unknown(String feed) throws Exception {
        try (var socket = open()) {
            socket.text(hello(feed));
            assertThat(socket.awaitClose()).isEqualTo(4404);
        }
    }

    @Test
    void a_program_of_another_version_is_told_to_load_again() throws Exception {
        try (var socket = open()) {
            socket.text(new JsonObject(hello("event/lagos/public"))
                    .put("v", new JsonArray().add(2))
                    .encode());
            assertThat(socket.awaitClose()).isEqualTo(4426);
        }
    }

    @Test
    void who_says_nothing_is_closed() throws Exception {
        try (var socket = open()) {
            assertThat(socket.awaitClose()).isEqualTo(4408);
        }
    }

    @Test
    void compression_is_not_agreed_to() throws Exception {
        try (var socket = open("Sec-WebSocket-Extensions", "permessage-deflate, deflate-frame")) {
            assertThat(socket.answer()).startsWith("HTTP/1.1 101 ");
            assertThat(socket.answer()).doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
        }
    }

    private RawSocket open(String... headers) throws Exception {
        return new RawSocket(hub.http.port(), headers);
    }

    private static String hello(String feed) {
        return new JsonObject()
                .put("type", "hello")
                .put("v", new JsonArray().add(1))
                .put("pace", "screen")
                .put("feeds", new JsonArray().add(new JsonObject().put("feed", feed)))
                .encode();
    }
}
