package org.eventcenter.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.jspecify.annotations.Nullable;

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

    static String clockWithOffset(Language language, Instant instant, ZoneId zone) {
        return format(language, instant, zone, "Hmz");
    }

    static String moment(Language language, Instant instant, ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        var days = ChronoUnit.DAYS.between(today, instant.atZone(zone).toLocalDate());
        var nextDays = days > 0 && days < DAYS_A_WEEK;
        return format(language, instant, zone, days == 0 ? "Hm" : nextDays ? "EHm" : "MMMdHm");
    }

    static String place(Language language, ZoneId zone, Instant at) {
        var city = cityName(language, zone);
        var name = format(language, at, zone, "z");
        return city == null ? name : city + " (" + name + ")";
    }

    static String city(Language language, ZoneId zone, Instant at) {
        var city = cityName(language, zone);
        return city == null ? format(language, at, zone, "z") : city;
    }

    private static @Nullable String cityName(Language language, ZoneId zone) {
        return zone instanceof ZoneOffset
                ? null
                : TimeZoneNames.getInstance(language.locale()).getExemplarLocationName(zone.getId());
    }

    private static String format(Language language, Instant instant, ZoneId zone, String skeleton) {
        var format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
        format.setTimeZone(TimeZone.getTimeZone(zone instanceof ZoneOffset ? "GMT" + zone.getId() : zone.getId()));
        return format.format(Date.from(instant));
    }
}
