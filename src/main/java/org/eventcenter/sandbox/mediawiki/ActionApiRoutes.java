package org.eventcenter.sandbox.mediawiki;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eventcenter.wiki.UserName;

/** {@code /w/api.php} of every wiki, for the questions that a campaign tool has; the central wiki is at the root. */
public final class ActionApiRoutes {
    private static final String PATH = "(?:/\\w+wiki)?/w/api\\.php";
    private static final int VALUES_A_CALL = 50;

    private final Wikis wikis;
    private final String server;

    public ActionApiRoutes(Wikis wikis, String server) {
        this.wikis = wikis;
        this.server = server;
    }

    public void mount(Router router) {
        router.routeWithRegex(HttpMethod.GET, PATH).handler(this::tell);
        router.routeWithRegex(HttpMethod.POST, PATH).handler(this::collectForm);
    }

    private void collectForm(RoutingContext context) {
        context.request().setExpectMultipart(true).endHandler(end -> tell(context));
    }

    private void tell(RoutingContext context) {
        context.json(answer(context.request()))
                .onFailure(gone -> context.request().connection().close());
    }

    private JsonObject answer(HttpServerRequest request) {
        return switch (parameter(request, "action")) {
            case "sitematrix" -> SiteMatrixText.of(server);
            case "query" -> query(request);
            default -> error("badvalue", "Unrecognized value for parameter \"action\"");
        };
    }

    private JsonObject query(HttpServerRequest request) {
        return switch (parameter(request, "list")) {
            case "globalusers" ->
                names(request, "gususers", names -> new JsonObject().put("globalusers", globalUsers(names)));
            case "users" -> names(request, "ususers", names -> new JsonObject().put("users", users(names)));
            default -> error("badvalue", "Unrecognized value for parameter \"list\"");
        };
    }

    private static JsonObject names(HttpServerRequest request, String key, Function<List<String>, JsonObject> look) {
        var names = parameter(request, key).split("\\|", -1);
        if (names.length > VALUES_A_CALL) {
            return error("toomanyvalues", "Too many values supplied for parameter \"" + key + "\". The limit is 50.");
        }
        return new JsonObject().put("batchcomplete", true).put("query", look.apply(Arrays.asList(names)));
    }

    /** Spellings of one name are answered once; a hidden account is missing. */
    private JsonArray globalUsers(List<String> names) {
        var answers = new JsonArray();
        for (var name : spelledRight(names)) {
            answers.add(
                    UserName.isPossible(name) && !name.contains("@")
                            ? wikis.accounts()
                                    .find(name)
                                    .filter(account -> !account.isHidden())
                                    .map(ActionApiRoutes::globalUser)
                                    .orElseGet(() ->
                                            new JsonObject().put("name", name).put("missing", true))
                            : new JsonObject().put("name", name).put("invalid", true));
        }
        return answers;
    }

    private static Set<String> spelledRight(List<String> names) {
        var canonical = new LinkedHashSet<String>();
        names.forEach(name -> canonical.add(UserName.canonical(name)));
        return canonical;
    }

    private static JsonObject globalUser(Account account) {
        return new JsonObject()
                .put("centralid", account.centralId())
                .put("name", account.name())
                .put("locked", false)
                .put("editcount", account.editCount())
                .put("registration", account.registeredAt().toString());
    }

    private JsonArray users(List<String> names) {
        var answers = new JsonArray();
        for (var user : globalUsers(names)) {
            var global = (JsonObject) user;
            if (global.containsKey("centralid")) {
                long centralId = global.getLong("centralid");
                var ids = new JsonObject().put("CentralAuth", centralId).put("local", centralId);
                answers.add(new JsonObject()
                        .put("userid", centralId)
                        .put("name", global.getString("name"))
                        .put("editcount", global.getInteger("editcount"))
                        .put("centralids", ids));
            } else {
                answers.add(global);
            }
        }
        return answers;
    }

    private static JsonObject error(String code, String text) {
        var error = new JsonObject().put("code", code).put("text", text).put("module", "main");
        return new JsonObject().put("errors", new JsonArray().add(error));
    }

    /** From the form, else from the address. */
    private static String parameter(HttpServerRequest request, String key) {
        var posted = request.formAttributes().get(key);
        return posted != null ? posted : Objects.requireNonNullElse(request.getParam(key), "");
    }
}
