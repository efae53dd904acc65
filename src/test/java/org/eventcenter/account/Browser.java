package org.eventcenter.account;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eventcenter.web.TestSite;

/** A browser without scripts: keeps cookies, says its origin with forms, follows nothing by itself. */
final class Browser {
    private final TestSite site;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(TestSite site) {
        this.site = site;
    }

    @CanIgnoreReturnValue
    HttpResponse<String> get(String path) {
        return send(site.request(path).GET());
    }

    @CanIgnoreReturnValue
    HttpResponse<String> submit(String path, String form) {
        return send(site.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", site.http().publicUrl())
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Signs in at the wiki and comes back. */
    @CanIgnoreReturnValue
    HttpResponse<String> signIn(String to) {
        return get(agreeAtWiki(get("/sign-in?to=" + to)));
    }

    /** Goes where the hub sends it, and tells where the wiki then sends it: a path of the hub. */
    String agreeAtWiki(HttpResponse<String> sentToWiki) {
        var wiki = site.send(HttpRequest.newBuilder(URI.create(location(sentToWiki))));
        var back = URI.create(location(wiki));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    String whoAmI() {
        return get("/whoami").body();
    }

    /** The token that a form of this browser's session bears. */
    String csrf() {
        var page = get("/link").body();
        return page.replaceAll("(?s).*?name=\"csrf\" value=\"([^\"]*)\".*", "$1");
    }

    Map<String, String> cookies() {
        return cookies;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = site.send(request.header("Accept", "text/html"));
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
