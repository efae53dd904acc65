package org.eventcenter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eventcenter.sandbox.people.Person;
import org.eventcenter.sandbox.people.Person.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class DemoTest {
    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void its_people_come_in_and_what_they_did_in_two_hours_is_counted(Vertx vertx) throws Exception {
        try (var site = new DemoSite(vertx)) {
            var early = site.wiki.cast().arriving(Arrival.EARLY);
            var open = early.stream().filter(person -> !person.isPrivate()).toList();
            var links = site.begin(Duration.ZERO);
            assertThat(List.of(links.now(), links.upcoming(), links.past()))
                    .allSatisfy(link -> assertThat(site.open(link).statusCode()).isEqualTo(200));
            assertThat(site.figure("organizers", "participants")).isEqualTo(early.size());
            assertThat(site.figure("public", "participants")).isEqualTo(open.size());

            var recount = new Recount(site.wiki, site.event());
            assertThat(recount.edits(open)).isBetween(200, recount.edits(early) - 1);
            site.await("organizers", "edits", recount.edits(early));
            site.await("public", "edits", recount.edits(open));

            // Begun again, as after a restart: who is in stays in, and the latecomers come, too.
            assertThat(site.begin(Duration.ofMillis(1))).isEqualTo(links);
            int late = site.wiki.cast().arriving(Arrival.LATE).size();
            site.await("organizers", "participants", early.size() + late);
            assertThat(site.open(links.now()).body())
                    .doesNotContain(site.wiki.cast().people().stream()
                            .filter(Person::isPrivate)
                            .map(Person::name)
                            .toArray(String[]::new));
        }
    }
}
