package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eventcenter.account.Account;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.TestEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** What must not be possible at the pages of participants. */
@ExtendWith(VertxExtension.class)
class ParticipantAttacksTest {
    private static final String PATH = "/e/rivers/register";
    private static final List<String> PUBLIC_PAGES =
            List.of("/e/rivers", PATH, "/e/rivers/registered", "/e/rivers/event.ics", "/j/bcdfgh", "/my");

    private ParticipantSite hub;
    private Account person;
    private CampaignEvent event;

    @BeforeEach
    void start(Vertx vertx) throws Exception {
        hub = ParticipantSite.start(vertx);
        person = hub.person(7, "Nomvula Quill");
        event = TestEvents.create(hub.pool, TestEvents.draft("rivers", null));
        hub.run("update event set short_code = 'bcdfgh'");
    }

    @Test
    void a_private_registration_and_leaving_change_no_byte_that_others_see() throws Exception {
        var before = publicBytes();

        register(person, "organizers");
        var in = publicBytes();
        hub.changes.cancel(event.eventId(), person.accountId()).await(5, SECONDS);

        assertThat(in).isEqualTo(before);
        assertThat(publicBytes()).isEqualTo(before);
    }

    @Test
    void somebody_else_who_is_signed_in_sees_nothing_of_a_private_person() throws Exception {
        var other = hub.phoneOf(hub.person(8, "Okello Inkpot"));
        var before = other.look("/e/rivers");

        register(person, "organizers");

        assertThat(other.look("/e/rivers")).isEqualTo(before);
    }

    @Test
    void a_form_from_a_foreign_page_changes_nothing() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), Map.of("see", "everyone", "terms", "yes"));

        for (var origin : List.of("https://evil.example", "null", hub.http.publicUrl() + ".evil.example")) {
            assertThat(phone.post(PATH, form, origin).statusCode()).isEqualTo(403);
        }
        var withoutToken = phone.post(PATH, Map.of("see", "everyone", "terms", "yes"));

        assertThat(withoutToken.statusCode()).isEqualTo(403);
        assertThat(hub.isRegistered(event.eventId(), person)).isFalse();
    }

    @Test
    void a_foreign_page_that_reads_with_the_cookie_reads_what_strangers_see() throws Exception {
        register(person, "organizers");
        var cookie = "session=" + hub.phoneOf(person).cookies().get("session");

        var answer = hub.site.get("/my", "Cookie", cookie, "Origin", "https://evil.example", "Accept", "text/html");

        assertThat(answer.body()).doesNotContain("Nomvula Quill").contains("Sign in to see the events");
    }

    @Test
    void a_forged_host_is_refused_and_forwarding_headers_are_not_believed() throws Exception {
        var forged = hub.site.speak(
                out -> write(out, "GET " + PATH + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"));
        var absolute = hub.site.speak(out -> write(
                out,
                "GET http://evil.example" + PATH + " HTTP/1.1\r\nHost: localhost:" + hub.http.port()
                        + "\r\nConnection: close\r\n\r\n"));
        var forwarded = hub.site.get(PATH, "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");

        assertThat(forged).startsWith("HTTP/1.1 421");
        assertThat(absolute).startsWith("HTTP/1.1 400");
        assertThat(forwarded.body())
                .contains("href=\"" + hub.http.url(PATH) + "\"")
                .doesNotContain("evil.example");
    }

    @Test
    void nobody_is_led_away_by_the_sign_in_of_these_pages() {
        hub.wiki.signedInIs(7, "Nomvula Quill");

        for (var to : List.of("//evil.example", "/%5Cevil.example", "https://evil.example", "/%09/evil.example")) {
            assertThat(Phone.location(hub.phone().signIn("/sign-in?to=" + to))).isEqualTo("/");
        }
    }

    @Test
    void a_body_that_is_too_large_or_has_too_many_fields_is_refused() throws Exception {
        var phone = hub.phoneOf(person);
        var many = new java.util.HashMap<String, String>();
        for (int i = 0; i < 301; i++) {
            many.put("field" + i, "1");
        }

        assertThat(phone.post(PATH, Map.of("see", "x".repeat(64 * 1024 + 1))).statusCode())
                .isEqualTo(413);
        assertThat(phone.post(PATH, many).statusCode()).isEqualTo(400);
        assertThat(phone.send(hub.site
                                .request(PATH)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", hub.http.publicUrl())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {'s', '=', '%', 'Z', 0, -1})))
                        .statusCode())
                .isBetween(400, 499);
        assertThat(hub.isRegistered(event.eventId(), person)).isFalse();
    }

    @Test
    void a_foreign_link_cannot_tick_a_consent() throws Exception {
        var page = hub.phoneOf(person)
                .get(PATH + "?see=organizers&screen=yes&terms=yes")
                .body();

        assertThat(RegisterPagesTest.inputs(page, "checked")).containsExactly("see-everyone");
    }

    @Test
    void what_goes_wrong_for_a_private_person_names_nobody_in_the_log() throws Exception {
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(heard);
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get(PATH).body(), Map.of("see", "organizers", "terms", "yes"));
        phone.post(PATH, form);
        var code = hub.own(event.eventId(), person).code();
        var outage = DatabaseOutage.of(hub.postgres);
        var page = phone.post(PATH, form).body();
        outage.end();
        root.detachAppender(heard);

        assertThat(heard.list).isNotEmpty();
        assertThat(heard.list.stream().map(ParticipantAttacksTest::text))
                .noneMatch(line -> line.contains("Nomvula") || line.contains(code) || line.contains("rivers"));
        assertThat(page).doesNotContain("Nomvula", code, "Exception");
    }

    private static String text(ILoggingEvent line) {
        var failure = line.getThrowableProxy();
        return line.getFormattedMessage() + (failure == null ? "" : failure.getMessage());
    }

    /** All that people see who are not signed in; pages are made at different seconds, but show none. */
    private String publicBytes() throws Exception {
        var all = new StringBuilder(hub.publicFeed(event.eventId()));
        for (var path : PUBLIC_PAGES) {
            var answer = hub.phone().get(path);
            all.append(path).append(answer.statusCode()).append(answer.body());
            answer.headers().map().forEach((name, values) -> {
                if (!List.of("date", "x-request-id").contains(name)) {
                    all.append(name).append(values);
                }
            });
        }
        return all.toString();
    }

    private void register(Account who, String see) throws Exception {
        var phone = hub.phoneOf(who);
        var form = Phone.filledIn(phone.get(PATH).body(), Map.of("see", see, "terms", "yes"));
        assertThat(phone.post(PATH, form).statusCode()).isEqualTo(303);
    }

    private static void write(java.io.OutputStream out, String request) {
        try {
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
