package org.eventcenter.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;

/** Dates and times as a language writes them, always in a zone that is named. */
final class Dates {
    private Dates() {}

    static String dateTime(Language language, Instant instant, ZoneId zone) {
        return format(language, instant, zone, "yMMMMEEEEdjmz");
    }

    static String date(Language language, Instant instant, ZoneId zone) {
        return format(language, instant, zone, "yMMMMEEEEd");
    }

    static String time(Language language, Instant instant, ZoneId zone) {
        return format(language, instant, zone, "jmz");
    }

    private static String format(Language language, Instant instant, ZoneId zone, String skeleton) {
        var format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }
}
