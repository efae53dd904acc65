package org.eventcenter.sandbox.eventstreams;

import java.time.Instant;
import java.util.List;
import org.eventcenter.sandbox.mediawiki.Revision;
import org.eventcenter.sandbox.mediawiki.Wikis;

/**
 * Tells the streams what happens on the wikis. Now and then it is as untidy as the real intake: a time that steps back
 * by some milliseconds, two events of one millisecond, tags told before their edit.
 */
public final class Reporter implements Wikis.Listener {
    private static final int STEP_BACK_MILLIS = 40;

    private final EventLog log;
    private Instant newest = Instant.MIN;
    private int told;

    public Reporter(EventLog log) {
        this.log = log;
    }

    @Override
    public void saved(Revision revision, Instant toldAt) {
        told++;
        var time = untidy(toldAt);
        boolean tagsFirst = told % 5 == 0;
        if (tagsFirst) {
            tellTags(revision, time);
        }
        log.append(PageChangeText.STREAM, time, PageChangeText.of(revision));
        log.append(RecentChangeText.STREAM, time, RecentChangeText.edit(revision));
        tellNoise(revision, time);
        if (!tagsFirst) {
            tellTags(revision, time);
        }
    }

    private void tellTags(Revision revision, Instant time) {
        if (!revision.tags().isEmpty()) {
            tagged(revision, List.of(), revision.tags(), time);
        }
    }

    private void tellNoise(Revision revision, Instant time) {
        if (revision.createsPage()) {
            log.append(RecentChangeText.STREAM, time, RecentChangeText.categorize(revision, "Wetlands"));
        } else if (told % 29 == 0) {
            log.append(RecentChangeText.STREAM, time, RecentChangeText.thanked(revision));
        }
    }

    @Override
    public void tagged(Revision revision, List<String> before, List<String> after, Instant toldAt) {
        log.append(TagsChangeText.STREAM, toldAt, TagsChangeText.of(revision, before, after));
    }

    private Instant untidy(Instant toldAt) {
        if (toldAt.isAfter(newest)) {
            newest = toldAt;
        }
        return switch (told % 12) {
            case 10 -> newest.minusMillis(STEP_BACK_MILLIS);
            case 11 -> newest;
            default -> toldAt;
        };
    }
}
