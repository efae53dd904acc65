package org.eventcenter.campaign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eventcenter.web.JsonBody;
import org.eventcenter.wiki.SiteMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event that somebody wants to create over the API. Times are {@code 2026-03-08T10:00:00+01:00}, in UTC or
 * with the offset of the event's zone then, or without an offset, then as clocks show it there.
 */
final class NewEventBody {
    private static final Instant UNREADABLE_START = Instant.EPOCH;
    private static final Instant UNREADABLE_END = Instant.EPOCH.plusSeconds(1);

    private final JsonBody body;
    private final SiteMatrix sites;

    private NewEventBody(JsonBody body, SiteMatrix sites) {
        this.body = body;
        this.sites = sites;
    }

    /** Throws a problem that tells every mistake. */
    static NewEvent read(JsonBody body, SiteMatrix sites, long ownerAccountId) {
        return new NewEventBody(body, sites).read(ownerAccountId);
    }

    private NewEvent read(long ownerAccountId) {
        var zone = zone();
        var event = new NewEvent(
                body.requiredText("slug"),
                body.requiredText("name"),
                body.text("description").orElse(""),
                status(),
                body.flag("test", false),
                requiredTime("startsAt", zone, UNREADABLE_START),
                requiredTime("endsAt", zone, UNREADABLE_END),
                zone,
                time("opensAt", zone),
                time("closesAt", zone),
                capacity(),
                wikis(),
                namespaces(),
                goals(),
                ownerAccountId);
        event.mistakes().forEach(this::note);
        body.finish();
        return event;
    }

    /** A field that could not be read is wrong for one reason only. */
    private void note(NewEvent.Mistake mistake) {
        var unreadableWindow = body.hasMistake("startsAt") || body.hasMistake("endsAt");
        var followsFromWindow = mistake == NewEvent.Mistake.WINDOW || mistake == NewEvent.Mistake.JOINING;
        if (!body.hasMistake(mistake.field()) && !(unreadableWindow && followsFromWindow)) {
            body.mistake(
                    "/" + mistake.field(),
                    "api-mistake-" + mistake.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    /** A name of the time zone database, or an offset for events that know no more than that. */
    private ZoneId zone() {
        var name = body.text("timeZone").orElse("UTC");
        if (EventZones.isKnown(name)) {
            return ZoneId.of(name);
        }
        body.mistake("/timeZone", "api-mistake-time-zone");
        return ZoneOffset.UTC;
    }

    private EventStatus status() {
        var word = body.text("status").orElse(EventStatus.DRAFT.word());
        if (word.equals(EventStatus.DRAFT.word()) || word.equals(EventStatus.PUBLISHED.word())) {
            return EventStatus.of(word);
        }
        body.mistake("/status", "api-mistake-status");
        return EventStatus.DRAFT;
    }

    private Instant requiredTime(String member, ZoneId zone, Instant unreadable) {
        if (body.requiredText(member).isEmpty()) {
            return unreadable;
        }
        var time = time(member, zone);
        return time == null ? unreadable : time;
    }

    private @Nullable Instant time(String member, ZoneId zone) {
        var text = body.text(member).filter(given -> !given.isEmpty());
        if (text.isEmpty()) {
            return null;
        }
        try {
            return inReach(hasOffset(text.get()) ? withOffset(text.get(), zone) : byTheClock(text.get(), zone));
        } catch (DateTimeException noTime) {
            body.mistake("/" + member, "api-mistake-time");
        } catch (WrongClock wrong) {
            body.mistake("/" + member, wrong.key, wrong.values);
        }
        return null;
    }

    private static boolean hasOffset(String text) {
        return text.matches(".*T.*(Z|[+-][0-9:]+)");
    }

    private static Instant inReach(Instant time) {
        var year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1970 || year > 9999) {
            throw new DateTimeException("out of reach");
        }
        return time;
    }

    /** UTC means an instant, whatever the zone; another offset has to be the one that clocks have there then. */
    private static Instant withOffset(String text, ZoneId zone) throws WrongClock {
        var time = OffsetDateTime.parse(text);
        var right = zone.getRules().getOffset(time.toInstant());
        if (!time.getOffset().equals(ZoneOffset.UTC) && !time.getOffset().equals(right)) {
            throw new WrongClock("api-mistake-time-offset", zone.getId(), right.getId());
        }
        return time.toInstant();
    }

    private static Instant byTheClock(String text, ZoneId zone) throws WrongClock {
        var time = LocalDateTime.parse(text);
        var offsets = zone.getRules().getValidOffsets(time);
        return switch (offsets.size()) {
            case 0 -> throw new WrongClock("api-mistake-time-skipped", zone.getId());
            case 1 -> time.toInstant(offsets.get(0));
            default ->
                throw new WrongClock(
                        "api-mistake-time-doubled",
                        zone.getId(),
                        offsets.get(0).getId(),
                        offsets.get(1).getId());
        };
    }

    /** A time that the clocks of the zone do not show, or show twice. */
    private static final class WrongClock extends Exception {
        private static final long serialVersionUID = 1;

        private final String key;
        private final transient Object[] values;

        WrongClock(String key, Object... values) {
            super(key, null, false, false);
            this.key = key;
            this.values = values;
        }
    }

    private @Nullable Integer capacity() {
        var number = body.number("capacity");
        if (number.isPresent() && number.get() > Integer.MAX_VALUE) {
            body.mistake("/capacity", "api-mistake-capacity-most", Integer.MAX_VALUE);
        }
        return number.map(Long::intValue).orElse(null);
    }

    private List<String> wikis() {
        var wikis = body.list("wikis", String.class);
        for (int i = 0; i < wikis.size(); i++) {
            if (sites.find(wikis.get(i)).isEmpty()) {
                body.mistake("/wikis/" + i, "api-mistake-wiki", wikis.get(i));
            }
        }
        return wikis;
    }

    private List<Integer> namespaces() {
        var namespaces = body.list("namespaces", Integer.class);
        return namespaces.isEmpty() && !body.hasMistake("namespaces") ? List.of(0) : namespaces;
    }

    private List<NewEvent.GoalTarget> goals() {
        var goals = new ArrayList<NewEvent.GoalTarget>();
        for (var goal : body.objects("goals")) {
            var metric = GoalMetric.of(goal.requiredText("metric"));
            if (metric.isEmpty() && !goal.hasMistake("metric")) {
                goal.mistake("/metric", "api-mistake-metric");
            }
            var target = goal.number("target");
            if (target.isEmpty() && !goal.hasMistake("target")) {
                goal.mistake("/target", "api-mistake-missing");
            }
            goal.noMore();
            goals.add(new NewEvent.GoalTarget(metric.orElse(GoalMetric.EDITS), target.orElse(1L)));
        }
        return goals;
    }
}
