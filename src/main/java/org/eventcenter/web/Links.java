package org.eventcenter.web;

import java.util.regex.Pattern;

/** Paths of our own. */
public final class Links {
    private static final Pattern USELANG = Pattern.compile("([?&])uselang=[^&#]*&?");

    private Links() {}

    /**
     * Whether a browser that is sent there stays with us: one slash, no second slash or backslash, nothing that a
     * browser drops before it reads the address.
     */
    public static boolean isOwnPath(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.length() <= 1000
                && path.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '\\');
    }

    static String inLanguage(String path, Language language) {
        var anchor = path.indexOf('#') < 0 ? "" : path.substring(path.indexOf('#'));
        var bare = path.substring(0, path.length() - anchor.length());
        var without = USELANG.matcher(bare).replaceAll("$1").replaceAll("[?&]$", "");
        return without + (without.contains("?") ? "&" : "?") + "uselang=" + language.code() + anchor;
    }
}
