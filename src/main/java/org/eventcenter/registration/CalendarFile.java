package org.eventcenter.registration;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.stream.Collectors;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.EventStatus;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.PlainText;

/** An event for one's calendar, {@code /e/{slug}/event.ics}: when it is and where to read more. It names nobody. */
final class CalendarFile {
    private static final int LONGEST_LINE = 75;

    private final VisibleEvents events;
    private final HttpConfig http;

    CalendarFile(VisibleEvents events, HttpConfig http) {
        this.events = events;
        this.http = http;
    }

    void routes(Router router) {
        router.get("/e/:slug/event.ics").handler(context -> send(context).onFailure(context::fail));
    }

    private Future<Void> send(RoutingContext context) {
        return events.ofAddress(context)
                .compose(event -> context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8")
                        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + event.slug() + ".ics\"")
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                        .end(text(event)));
    }

    /** The library escapes commas, semicolons and line breaks; it folds lines by characters, and so we fold them anew. */
    private String text(CampaignEvent event) {
        var entry = new VEvent();
        entry.setUid(event.slug() + "@" + java.net.URI.create(http.publicUrl()).getHost());
        entry.setDateTimeStamp(Date.from(event.createdAt()));
        entry.setDateStart(Date.from(event.startsAt()), true);
        entry.setDateEnd(Date.from(event.endsAt()), true);
        entry.setSummary(PlainText.line(event.name()).value());
        entry.setDescription(new PlainText(event.description()).value());
        entry.setUrl(http.url("/e/" + event.slug()));
        if (event.status() == EventStatus.CANCELLED) {
            entry.setStatus(Status.cancelled());
        }
        var calendar = new ICalendar();
        calendar.setProductId("-//Event Center//EN");
        calendar.addEvent(entry);
        return fold(Biweekly.write(calendar).go().replace("\r\n ", ""));
    }

    private static String fold(String text) {
        return text.lines().map(CalendarFile::foldLine).collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** Lines of at most 75 bytes, no character in two; a blank begins what goes on. */
    private static String foldLine(String line) {
        var folded = new StringBuilder();
        int bytes = 0;
        for (int codePoint : line.codePoints().toArray()) {
            int more = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > LONGEST_LINE) {
                folded.append("\r\n ");
                bytes = 1;
            }
            folded.appendCodePoint(codePoint);
            bytes += more;
        }
        return folded.toString();
    }
}
