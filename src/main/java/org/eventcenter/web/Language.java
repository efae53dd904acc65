package org.eventcenter.web;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of the interface. Digits are European in all of them, as on the wikis. */
public record Language(String code) {
    public static final Language ENGLISH = new Language("en");

    /** Shows the keys of messages instead of their texts, to find where one is used. */
    public static final Language KEYS = new Language("qqx");

    private static final List<Language> SPOKEN = List.of(ENGLISH, new Language("fr"), new Language("ar"));

    /** Those that people choose from. */
    public static List<Language> spoken() {
        return SPOKEN;
    }

    /** The best that there is for a code: {@code fr-ca} gives French. Empty for a language that nobody translated. */
    public static Optional<Language> of(String code) {
        var wanted = code.toLowerCase(Locale.ROOT);
        if (wanted.equals(KEYS.code)) {
            return Optional.of(KEYS);
        }
        return SPOKEN.stream()
                .filter(language -> wanted.equals(language.code) || wanted.startsWith(language.code + "-"))
                .findFirst();
    }

    /** Messages are looked for in these, in this order. */
    public List<Language> fallbacks() {
        return equals(ENGLISH) ? List.of(this) : List.of(this, ENGLISH);
    }

    /** For the {@code lang} attribute. */
    public String tag() {
        return equals(KEYS) ? "en" : code;
    }

    /** {@code ltr} or {@code rtl}. */
    public String dir() {
        return locale().isRightToLeft() ? "rtl" : "ltr";
    }

    /** What its speakers call it. */
    public String autonym() {
        return locale().getDisplayLanguage(locale());
    }

    public ULocale locale() {
        return ULocale.forLanguageTag(localeTag());
    }

    /** For number and date formats, also of scripts in the browser. */
    public String localeTag() {
        return tag() + "-u-nu-latn";
    }
}
