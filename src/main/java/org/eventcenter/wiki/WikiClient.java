package org.eventcenter.wiki;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The questions that the hub has for the wikis. Every future fails with {@link WikiUnavailable} only. Safe for several threads. */
public final class WikiClient {
    private static final int NAMES_A_CALL = 50;

    /** As they stand in the form, with their separators: servers often take 8 kB of one field. */
    private static final int BYTES_A_CALL = 6_000;

    private final ActionApi api;
    private final URI centralApi;
    private final SiteMatrixCache sites;

    public WikiClient(Vertx vertx, WikiConfig config, Clock clock) {
        this.api = new ActionApi(vertx, config);
        this.centralApi = URI.create(config.url() + "/w/api.php");
        var reader = new SiteMatrixReader(config::trusts);
        this.sites = new SiteMatrixCache(() -> loadSites(reader), clock);
    }

    /** The open, public wikis: asked once, then kept and renewed now and then. */
    public Future<SiteMatrix> sites() {
        return sites.get();
    }

    private Future<SiteMatrix> loadSites(SiteMatrixReader reader) {
        return api.ask(centralApi, Map.of("action", "sitematrix"), reader::read);
    }

    /** What the central wiki knows of each of these names, in their order; spellings of one account each get its answer. */
    public Future<List<GlobalUser>> globalUsers(List<String> names) {
        var askable = names.stream()
                .map(UserName::canonical)
                .filter(UserName::isPossible)
                .distinct()
                .toList();
        return known(askable, 0, new HashMap<>()).map(known -> answers(names, known));
    }

    /** One call after the other, so that a long list stays polite. */
    private Future<Map<String, JsonObject>> known(List<String> names, int from, Map<String, JsonObject> known) {
        if (from >= names.size()) {
            return Future.succeededFuture(known);
        }
        int to = endOfCall(names, from);
        var few = String.join("|", names.subList(from, to));
        var question = Map.of("action", "query", "list", "globalusers", "gususers", few);
        return api.ask(centralApi, question, answer -> collect(answer, known))
                .compose(collected -> known(names, to, collected));
    }

    private static int endOfCall(List<String> names, int from) {
        int most = Math.min(from + NAMES_A_CALL, names.size());
        int to = from;
        int bytes = 0;
        while (to < most && bytes <= BYTES_A_CALL) {
            bytes += inForm(names.get(to++) + "|");
        }
        return bytes > BYTES_A_CALL && to > from + 1 ? to - 1 : to;
    }

    private static int inForm(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).length();
    }

    private static Map<String, JsonObject> collect(JsonObject answer, Map<String, JsonObject> known) {
        var users = answer.getJsonObject("query", new JsonObject()).getJsonArray("globalusers");
        if (users == null || users.isEmpty()) {
            throw new WikiUnavailable("The wiki does not answer for global accounts");
        }
        for (int i = 0; i < users.size(); i++) {
            var user = users.getJsonObject(i);
            known.put(UserName.canonical(user.getString("name", "")), user);
        }
        return known;
    }

    private static List<GlobalUser> answers(List<String> names, Map<String, JsonObject> known) {
        var answers = new ArrayList<GlobalUser>(names.size());
        for (var asked : names) {
            var canonical = UserName.canonical(asked);
            answers.add(UserName.flaw(canonical)
                    .map(flaw -> GlobalUser.flawed(asked, flaw))
                    .orElseGet(() -> answer(asked, known.get(canonical))));
        }
        return answers;
    }

    private static GlobalUser answer(String asked, @Nullable JsonObject user) {
        if (user == null) {
            return GlobalUser.missing(asked);
        }
        if (user.getBoolean("invalid", false)) {
            return GlobalUser.invalid(asked);
        }
        long centralId = user.getLong("centralid", 0L);
        return user.getBoolean("missing", false) || centralId <= 0
                ? GlobalUser.missing(asked)
                : GlobalUser.found(asked, user.getString("name"), centralId);
    }
}
