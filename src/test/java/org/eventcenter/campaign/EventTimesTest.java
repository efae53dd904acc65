package org.eventcenter.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eventcenter.web.Language;
import org.eventcenter.web.Messages;
import org.eventcenter.web.Words;
import org.junit.jupiter.api.Test;

class EventTimesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");

    private final Words words = Messages.load(List.of("web", "campaign")).in(Language.ENGLISH);

    @Test
    void each_time_has_the_offset_of_its_date_where_clocks_change_in_between() {
        var event = event(PARIS, Instant.parse("2027-03-31T16:00:00Z"));

        assertThat(EventTimes.window(words, event, START))
                .isEqualTo("From Monday, March 1, 10:00 GMT+1, to Wednesday, March 31, 18:00 GMT+2");
        assertThat(EventTimes.place(words, event, PARIS)).isEqualTo("Paris");
    }

    @Test
    void where_they_do_not_the_place_has_it() {
        var event = event(PARIS, Instant.parse("2027-03-02T16:00:00Z"));

        assertThat(EventTimes.window(words, event, START))
                .isEqualTo("From Monday, March 1, 10:00, to Tuesday, March 2, 17:00");
        assertThat(EventTimes.place(words, event, PARIS)).isEqualTo("Paris (GMT+1)");
    }

    @Test
    void an_offset_is_a_zone_without_a_city() {
        var zone = ZoneId.of("+02:00");
        var event = event(zone, Instant.parse("2027-03-31T16:00:00Z"));

        assertThat(EventTimes.window(words, event, START))
                .isEqualTo("From Monday, March 1, 11:00, to Wednesday, March 31, 18:00");
        assertThat(EventTimes.place(words, event, zone)).isEqualTo("GMT+2");
    }

    private static CampaignEvent event(ZoneId zone, Instant endsAt) {
        return new CampaignEvent(
                1,
                "rivers",
                "bcdfgh",
                "Rivers",
                "",
                EventStatus.PUBLISHED,
                false,
                START,
                endsAt,
                zone,
                null,
                null,
                null,
                1,
                START,
                null);
    }
}
