package org.eventcenter.registration;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eventcenter.web.TestSite;

/** A phone whose browser runs no script: it keeps cookies, fills in the forms of pages and says its origin with them. */
final class Phone {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final TestSite site;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Phone(TestSite site, String cookie) {
        this.site = site;
        if (!cookie.isEmpty()) {
            cookies.put(cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1));
        }
    }

    @CanIgnoreReturnValue
    HttpResponse<String> get(String path) {
        return send(site.request(path).GET());
    }

    /** The page at this address without the token of its forms, which is masked anew each time. */
    String look(String path) {
        return get(path).body().replaceAll("name=\"csrf\" value=\"[^\"]*\"", "name=\"csrf\"");
    }

    /** Sends a form to this address, as a page of ours would. */
    @CanIgnoreReturnValue
    HttpResponse<String> post(String path, Map<String, String> form) {
        return post(path, form, site.http().publicUrl());
    }

    @CanIgnoreReturnValue
    HttpResponse<String> post(String path, Map<String, String> form, String origin) {
        return send(request(path, form, origin));
    }

    HttpRequest.Builder request(String path, Map<String, String> form, String origin) {
        return site.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    }

    /** The form of a page that lies at its own address: its hidden fields, and what is typed. */
    static Map<String, String> filledIn(String page, Map<String, String> typed) {
        var form = new LinkedHashMap<String, String>();
        var hidden = HIDDEN.matcher(page.substring(page.indexOf("<main")));
        while (hidden.find()) {
            form.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        form.putAll(typed);
        return form;
    }

    /** Sign in at the wiki, over all redirects, to where the hub then leads. */
    @CanIgnoreReturnValue
    HttpResponse<String> signIn(String path) {
        var atWiki = site.send(HttpRequest.newBuilder(URI.create(location(get(path)))));
        var back = URI.create(location(atWiki));
        return get(back.getRawPath() + "?" + back.getRawQuery());
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** With the cookies of this phone; those that come with the answer are kept. */
    @CanIgnoreReturnValue
    HttpResponse<String> send(HttpRequest.Builder request) {
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

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
