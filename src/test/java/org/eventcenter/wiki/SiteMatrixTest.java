package org.eventcenter.wiki;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SiteMatrixTest {
    private static final String ANSWER = """
            {"sitematrix": {
              "count": 9,
              "0": {"code": "ar", "name": "العربية", "site": [
                {"url": "https://ar.wikipedia.org", "dbname": "arwiki", "code": "wiki", "sitename": "ويكيبيديا"}]},
              "1": {"code": "aa", "name": "Qafár af", "site": [
                {"url": "https://aa.wikipedia.org", "dbname": "aawiki", "code": "wiki", "sitename": "W", "closed": true}]},
              "2": {"code": "fr", "name": "français", "site": [
                {"url": "https://fr.wikipedia.org", "dbname": "frwiki", "code": "wiki", "sitename": "Wikipédia"},
                {"url": "http://169.254.169.254", "dbname": "frwikibooks", "code": "wikibooks", "sitename": "W"},
                {"url": "https://localhost", "dbname": "frwikinews", "code": "wikinews", "sitename": "W"}]},
              "specials": [
                {"url": "https://commons.wikimedia.org", "dbname": "commonswiki", "code": "commons", "lang": "commons",
                 "sitename": "Wikimedia Commons"},
                {"url": "https://board.wikimedia.org", "dbname": "boardwiki", "code": "board", "private": ""},
                {"url": "https://fishbowl.wikimedia.org", "dbname": "fishbowlwiki", "code": "f", "fishbowl": true}]
            }}
            """;

    @Test
    void it_holds_the_open_public_wikis_at_addresses_on_the_web(Vertx vertx) throws Exception {
        var wiki = new FakeCentralWiki(vertx, (request, response) -> response.end(ANSWER));

        var matrix = wiki.client().sites().await(5, SECONDS);

        assertThat(matrix.sites()).extracting(WikiSite::id).containsExactly("arwiki", "frwiki", "commonswiki");
        assertThat(matrix.find("arwiki"))
                .contains(new WikiSite(
                        "arwiki", URI.create("https://ar.wikipedia.org"), "ar", "العربية", "wiki", "ويكيبيديا"));
        assertThat(matrix.find("commonswiki").orElseThrow().isMultilingual()).isTrue();
        assertThat(matrix.find("aawiki")).isEmpty();
    }

    @Test
    void it_is_asked_once_and_again_when_it_is_old(Vertx vertx) throws Exception {
        var clock = new MovableClock();
        var calls = new AtomicInteger();
        var renewed = Promise.<Void>promise();
        var wiki = new FakeCentralWiki(vertx, (request, response) -> {
            response.end(ANSWER);
            if (calls.incrementAndGet() == 2) {
                renewed.complete();
            }
        });
        var client = wiki.client(clock);

        client.sites().await(5, SECONDS);
        client.sites().await(5, SECONDS);
        assertThat(calls).hasValue(1);

        clock.advance(Duration.ofHours(13));
        assertThat(client.sites().await(5, SECONDS).sites()).hasSize(3);
        renewed.future().await(5, SECONDS);
    }

    @Test
    void a_first_failure_is_not_kept(Vertx vertx) throws Exception {
        var answer = new AtomicReference<>("{}");
        var wiki = new FakeCentralWiki(vertx, (request, response) -> response.end(answer.get()));
        var client = wiki.client();

        assertThat(client.sites().otherwiseEmpty().await(5, SECONDS)).isNull();
        answer.set(ANSWER);
        assertThat(client.sites().await(5, SECONDS).sites()).hasSize(3);
    }

    @Test
    void a_page_has_the_address_that_people_know() {
        var site = new WikiSite("enwiki", URI.create("https://en.wikipedia.org"), "en", "English", "wiki", "Wikipedia");

        assertThat(site.page("Talk:River Ö?/Sources"))
                .hasToString("https://en.wikipedia.org/wiki/Talk:River_%C3%96%3F/Sources");
    }

    private static final class MovableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-01T10:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
