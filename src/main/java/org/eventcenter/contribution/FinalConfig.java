package org.eventcenter.contribution;

import java.time.Duration;
import org.eventcenter.config.Section;

/**
 * When figures become final.
 *
 * @param grace how long after its end edits of an event may still arrive and move its figures; from nothing to 30 days
 */
public record FinalConfig(Duration grace) {
    private static final Duration LONGEST = Duration.ofDays(30);

    public static FinalConfig from(Section section) {
        var grace = section.duration("final_after", "2h");
        if (grace.compareTo(LONGEST) > 0) {
            section.reject("final_after", "it is longer than 30d, the longest that late edits are waited for");
        }
        return new FinalConfig(grace);
    }
}
