package org.eventcenter.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/** Dates and times as a language writes them. */
final class Dates {
    private static final int DAYS_A_WEEK = 7;

    private Dates() {}

    static String day(Language language, Instant instant, ZoneId zone, Instant now) {
        var sameYear = instant.atZone(zone).getYear() == now.atZone(zone).getYear();
        return format(language, instant, zone, sameYear ? "MMMMEEEEd" : "yMMMMEEEEd");
    }

    static String month(Language language, Instant instant, ZoneId zone) {
        return format(language, instant, zone, "MMM");
    }

    static String clock(Language language, Instant instant, ZoneId zone) {
        return format(language, instant, zone, "Hm");
    }

    static String moment(Language language, Instant instant, ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var days = ChronoUnit.DAYS.between(today, instant.atZone(zone).toLocalDate());
        var nextDays = days > 0 && days < DAYS_A_WEEK;
        return format(language, instant, zone, days == 0 ? "Hm" : nextDays ? "EHm" : "MMMdHm");
    }

    static String place(Language language, ZoneId zone, Instant at) {
        var city = TimeZoneNames.getInstance(language.locale()).getExemplarLocationName(zone.getId());
        var name = format(language, at, zone, "z");
        return city == null ? name : city + " (" + name + ")";
    }

    private static String format(Language language, Instant instant, ZoneId zone, String skeleton) {
        var format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(instant));
    }
}
