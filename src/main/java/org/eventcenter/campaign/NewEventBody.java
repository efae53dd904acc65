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
import java.util.Optional;
import org.eventcenter.web.JsonBody;
import org.eventcenter.wiki.SiteMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event that somebody wants to create over the API. Times are {@code 2026-03-08T10:00:00+01:00}, or without an
 * offset, then as clocks show it in the event's zone.
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

    private ZoneId zone() {
        var name = body.text("timeZone").orElse("UTC");
        if (name.equals("UTC") || ZoneId.getAvailableZoneIds().contains(name)) {
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
        var time = parse(text.get(), zone);
        if (time.isEmpty()) {
            body.mistake("/" + member, "api-mistake-time");
        }
        return time.orElse(null);
    }

    private static Optional<Instant> parse(String text, ZoneId zone) {
        var hasOffset = text.matches(".*T.*(Z|[+-][0-9:]+)");
        try {
            var time = hasOffset
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone).toInstant();
            var year = time.atOffset(ZoneOffset.UTC).getYear();
            return year >= 1970 && year <= 9999 ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
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
