package org.eventcenter.web;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.PluralRules;
import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.function.Function;

/** The texts, numbers and dates of one language. */
public final class Words {
    private final Messages messages;
    private final Language language;

    Words(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    public Language language() {
        return language;
    }

    /** Whether any language has a text for this key. */
    public boolean has(String key) {
        return messages.raw(language, key) != null;
    }

    /** Plain text. Numbers among the arguments are written as the language does; all else by {@code toString}. */
    public String text(String key, Object... arguments) {
        return expand(key, arguments, this::written);
    }

    /**
     * HTML in which everything is escaped but arguments that are {@link Content}; other texts among the arguments
     * stand in {@code <bdi>}, since a name may run in another direction than the sentence.
     */
    public Content html(String key, Object... arguments) {
        var html = MessageText.escape(raw(key));
        var expanded = language.equals(Language.KEYS) ? html : expandRaw(html, arguments, this::writtenAsHtml);
        return output -> output.writeContent(expanded);
    }

    /** As the translator wrote it, for scripts that fill it in by themselves; {@code (key)} where nobody did. */
    public String raw(String key) {
        var text = language.equals(Language.KEYS) ? null : messages.raw(language, key);
        return text == null ? "(" + key + ")" : text;
    }

    public String number(Number number) {
        return NumberFormat.getInstance(language.locale()).format(number);
    }

    /** The day alone, with the year only where it is not that of {@code now}: {@code Saturday, 5 December}. */
    public String day(Instant instant, ZoneId zone, Instant now) {
        return Dates.day(language, instant, zone, now);
    }

    /** {@code Dec}. */
    public String month(Instant instant, ZoneId zone) {
        return Dates.month(language, instant, zone);
    }

    /** {@code 15:42}, in a zone that is named elsewhere. */
    public String clock(Instant instant, ZoneId zone) {
        return Dates.clock(language, instant, zone);
    }

    /** The clock, with the day where that is not today's, as short as it is clear: {@code 15:42}, {@code Sat 15:42}, {@code Dec 5, 15:42}. */
    public String moment(Instant instant, ZoneId zone, Instant now) {
        return Dates.moment(language, instant, zone, now);
    }

    /** {@code 15:42 GMT+1}. */
    public String clockWithOffset(Instant instant, ZoneId zone) {
        return Dates.clockWithOffset(language, instant, zone);
    }

    /** {@code Nairobi}; a zone without a city is named as at that instant. */
    public String city(ZoneId zone, Instant at) {
        return Dates.city(language, zone, at);
    }

    /** Where the clocks of a zone are: {@code Nairobi (EAT)}. */
    public String place(ZoneId zone, Instant at) {
        return Dates.place(language, zone, at);
    }

    /** {@code a, b and c}. */
    public String list(Collection<String> items) {
        return ListFormatter.getInstance(language.locale()).format(items);
    }

    private String expand(String key, Object[] arguments, Function<Object, String> write) {
        return language.equals(Language.KEYS) ? "(" + key + ")" : expandRaw(raw(key), arguments, write);
    }

    private String expandRaw(String text, Object[] arguments, Function<Object, String> write) {
        return new MessageText(PluralRules.forLocale(language.locale()), arguments, write).expand(text);
    }

    private String written(Object argument) {
        return argument instanceof Number number ? number(number) : argument.toString();
    }

    private String writtenAsHtml(Object argument) {
        var output = new StringOutput();
        if (argument instanceof Content content) {
            content.writeTo(new OwaspHtmlTemplateOutput(output));
        } else if (argument instanceof Number number) {
            output.writeContent(number(number));
        } else {
            output.writeContent("<bdi>" + MessageText.escape(argument.toString()) + "</bdi>");
        }
        return output.toString();
    }
}
