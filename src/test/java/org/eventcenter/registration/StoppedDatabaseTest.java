package org.eventcenter.registration;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eventcenter.account.Account;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.TestEvents;
import org.eventcenter.database.CuttingProxy;
import org.eventcenter.database.DatabaseAddress;
import org.eventcenter.database.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database keeps its connections and answers nobody, like a server that was stopped. */
@ExtendWith(VertxExtension.class)
@Timeout(120)
class StoppedDatabaseTest {
    private static final Duration CONFIGURED = Duration.ofSeconds(3);

    /** Below what the pool, the network and the desk would wait by themselves. */
    private static final Duration AT_MOST = Duration.ofSeconds(8);

    private CuttingProxy proxy;
    private ParticipantSite hub;
    private CampaignEvent event;
    private Account person;

    @BeforeEach
    void open(Vertx vertx) throws Exception {
        var postgres = TestPostgres.createWithAllTables();
        proxy = CuttingProxy.before(vertx, postgres);
        hub = ParticipantSite.start(vertx, postgres, DatabaseAddress.parse(proxy.url()), CONFIGURED);
        event = TestEvents.create(hub.pool, TestEvents.draft("rivers", null));
        person = hub.person(501, "Rosa Ribeiro");
    }

    @Test
    void every_page_answers_and_claims_nothing_about_who_is_looking() throws Exception {
        var phone = hub.phoneOf(person);
        assertThat(phone.get("/e/rivers").body()).contains("Rosa Ribeiro").doesNotContain("Sign in");

        proxy.fallSilent();

        for (var path :
                new String[] {"/e/rivers", "/e/rivers/register", "/e/rivers/registered", "/my?uselang=en", "/j/abcdef"
                }) {
            var answer = inTime(() -> phone.get(path));
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).as(path).hasValue("5");
            assertThat(answer.body()).as(path).contains("<h1>").doesNotContain("Sign in", "Rosa Ribeiro");
            assertThat(answer.body())
                    .as(path)
                    .contains("The hub cannot read its database", "href=\"" + path + "\">Try again</a>");
        }
    }

    @Test
    void a_form_comes_back_not_confirmed_and_is_one_registration_when_it_is_sent_again() throws Exception {
        var phone = hub.phoneOf(person);
        var form = Phone.filledIn(phone.get("/e/rivers/register").body(), Map.of("see", "organizers", "terms", "yes"));
        proxy.fallSilent();

        var notConfirmed = inTime(() -> phone.post("/e/rivers/register", form));
        var change = inTime(() ->
                phone.post("/e/rivers/registered/visibility", Map.of("csrf", form.get("csrf"), "see", "everyone")));

        assertThat(notConfirmed.statusCode()).isEqualTo(503);
        assertThat(notConfirmed.body()).contains("We could not confirm it").doesNotContain("Sign in");
        assertThat(change.body()).contains("We could not confirm it");
        proxy.speakAgain();
        var kept = Phone.filledIn(notConfirmed.body(), Map.of());
        assertThat(kept).isEqualTo(form);
        assertThat(untilAnswered(phone, kept).statusCode()).isEqualTo(303);
        assertThat(hub.own(event.eventId(), person).isPrivate()).isTrue();
    }

    @Test
    void what_stands_still_is_not_asked_a_second_time(Vertx vertx) {
        var minute = Duration.ofMinutes(1);
        var calls = new AtomicInteger();
        proxy.fallSilent();

        var call = new UntilConfirmed(vertx, minute, minute, Duration.ofMillis(50)).call(() -> {
            calls.incrementAndGet();
            return hub.pool.query("select 1").execute();
        });

        assertThatThrownBy(() -> call.await(30, SECONDS)).isInstanceOf(NotConfirmed.class);
        assertThat(calls).hasValue(1);
    }

    private interface Request {
        HttpResponse<String> send();
    }

    private static HttpResponse<String> inTime(Request request) {
        var start = System.nanoTime();
        var answer = request.send();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_MOST);
        return answer;
    }

    private static HttpResponse<String> untilAnswered(Phone phone, Map<String, String> form) {
        var answer = phone.post("/e/rivers/register", form);
        return answer.statusCode() == 503 ? untilAnswered(phone, form) : answer;
    }
}
