package org.eventcenter.registration;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Date;
import org.eventcenter.campaign.CampaignEvent;
import org.eventcenter.campaign.EventStatus;
import org.eventcenter.campaign.VisibleEvents;
import org.eventcenter.web.HttpConfig;
import org.eventcenter.web.PlainText;

/** An event for one's calendar, {@code /e/{slug}/event.ics}: when it is and where to read more. It names nobody. */
final class CalendarFile {
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

    /** The library folds lines and escapes commas, semicolons and line breaks. */
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
        return Biweekly.write(calendar).go();
    }
}
