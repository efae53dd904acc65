package org.eventcenter.web;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each template knows of the page around it, as its parameter {@code page}.
 *
 * @param path of this page, without host and query
 * @param languageAsked whether the address chose the language; then links carry it on
 * @param data JSON text, safe inside a script element; null for none
 */
public record Page(
        Words words,
        boolean languageAsked,
        VisitorFrame visitor,
        String title,
        String publicUrl,
        String path,
        List<String> styles,
        List<String> scripts,
        @Nullable String data) {

    public Language language() {
        return words.language();
    }

    public String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    public Content html(String key, Object... arguments) {
        return words.html(key, arguments);
    }

    /** A path of ours as this page links to it: in the language that was asked for. */
    public String link(String to) {
        return languageAsked ? Links.inLanguage(to, language()) : to;
    }

    /** This page in another language. */
    public String in(Language other) {
        return Links.inLanguage(path, other);
    }

    /** A value inside the query of a link. */
    public String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The one address of this page, whatever it was asked by. */
    public String canonical() {
        return publicUrl + path;
    }

    /** The field that every form has; see {@link FormGuard}. */
    public Content csrfField() {
        var token = CsrfToken.masked(visitor.csrf());
        return output -> output.writeContent("<input type=\"hidden\" name=\"csrf\" value=\"" + token + "\">");
    }

    /** The data for scripts, or nothing. A data block is no script to the content policy. */
    public Content dataBlock() {
        return output -> {
            if (data != null) {
                output.writeContent("<script type=\"application/json\" id=\"page-data\">" + data + "</script>");
            }
        };
    }
}
