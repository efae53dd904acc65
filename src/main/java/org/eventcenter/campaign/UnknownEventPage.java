package org.eventcenter.campaign;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eventcenter.web.Pages;
import org.eventcenter.web.Problem;
import org.eventcenter.web.View;

/** Nobody should end at a wall: a public event whose address is nearly this one is offered instead. */
final class UnknownEventPage {
    private static final int LOOKED_AT = 100;
    private static final int LONGEST = 64;

    private final Pages pages;
    private final CampaignStore events;
    private final Clock clock;

    UnknownEventPage(Pages pages, CampaignStore events, Clock clock) {
        this.pages = pages;
        this.events = events;
        this.clock = clock;
    }

    /** A page with status 404; whoever wants no HTML gets the problem. */
    Future<Void> answer(RoutingContext context) {
        var slug = context.pathParam("slug");
        var accept = Optional.ofNullable(context.request().getHeader("Accept")).orElse("");
        if (!accept.contains("text/html")) {
            return Future.failedFuture(Problem.unknownEvent().exception());
        }
        return Future.all(Stream.of(EventPhase.values()).map(this::some).toList())
                .map(all -> all.<EventPage>list().stream()
                        .flatMap(page -> page.events().stream())
                        .toList())
                .compose(known -> show(context, slug, nearest(slug, known)));
    }

    private Future<EventPage> some(EventPhase phase) {
        return events.list(phase, clock.instant(), null, LOOKED_AT);
    }

    private Future<Void> show(RoutingContext context, String slug, List<CampaignEvent> guess) {
        var words = pages.words(context);
        var view = View.of("campaign/unknown-event", words.text("problem-unknown-event"))
                .withStatus(404)
                .with("asked", slug)
                .with("guess", guess)
                .withStyle("/css/events.css");
        return pages.show(context, view);
    }

    /** At most one, and only if few letters differ. */
    static List<CampaignEvent> nearest(String slug, List<CampaignEvent> known) {
        if (slug.length() > LONGEST) {
            return List.of();
        }
        return known.stream()
                .filter(event -> distance(slug, event.slug()) <= Math.max(2, slug.length() / 4))
                .min(Comparator.comparingInt(event -> distance(slug, event.slug())))
                .stream()
                .toList();
    }

    /** Levenshtein: how many letters must be put in, taken out or replaced. */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
