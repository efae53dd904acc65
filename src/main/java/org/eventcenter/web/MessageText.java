package org.eventcenter.web;

import com.ibm.icu.text.PluralRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Fills in one message: {@code $1} to {@code $9}, {@code {{PLURAL:$1|form|form}}} with the forms of the language in the
 * order of CLDR (a missing one is the last; {@code 0=none} is for exactly 0), {@code {{GENDER:$1|he|she|they}}} which
 * always gives the last form, since we do not know.
 */
final class MessageText {
    private static final List<String> CLDR_ORDER = List.of("zero", "one", "two", "few", "many", "other");

    private final PluralRules rules;
    private final Object[] arguments;
    private final Function<Object, String> write;

    MessageText(PluralRules rules, Object[] arguments, Function<Object, String> write) {
        this.rules = rules;
        this.arguments = arguments;
        this.write = write;
    }

    String expand(String text) {
        var result = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            int end = text.startsWith("{{", i) ? closing(text, i) : -1;
            if (end > 0) {
                result.append(expand(chosen(text.substring(i + 2, end))));
                i = end + 2;
            } else if (text.charAt(i) == '$' && i + 1 < text.length() && isArgument(text.charAt(i + 1))) {
                result.append(write.apply(arguments[text.charAt(i + 1) - '1']));
                i += 2;
            } else {
                result.append(text.charAt(i++));
            }
        }
        return result.toString();
    }

    private boolean isArgument(char digit) {
        return digit >= '1' && digit <= '9' && digit - '1' < arguments.length;
    }

    /** Where the braces that open here are closed; -1 when they are not. */
    private static int closing(String text, int start) {
        int depth = 0;
        for (int i = start; i + 1 < text.length(); i++) {
            if (text.startsWith("{{", i)) {
                depth++;
                i++;
            } else if (text.startsWith("}}", i) && --depth == 0) {
                return i;
            } else if (text.startsWith("}}", i)) {
                i++;
            }
        }
        return -1;
    }

    private String chosen(String inside) {
        var parts = forms(inside);
        var head = parts.get(0).split(":", 2);
        var forms = parts.subList(1, parts.size());
        if (head.length < 2 || forms.isEmpty()) {
            return inside;
        }
        return switch (head[0].trim().toUpperCase(Locale.ROOT)) {
            case "PLURAL" -> plural(head[1].trim(), forms);
            case "GENDER" -> forms.get(forms.size() - 1);
            default -> inside;
        };
    }

    private static List<String> forms(String inside) {
        var forms = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inside.length(); i++) {
            depth += inside.startsWith("{{", i) ? 1 : inside.startsWith("}}", i) ? -1 : 0;
            if (inside.charAt(i) == '|' && depth == 0) {
                forms.add(inside.substring(from, i));
                from = i + 1;
            }
        }
        forms.add(inside.substring(from));
        return forms;
    }

    private String plural(String name, List<String> forms) {
        double number = number(name);
        var exact = forms.stream()
                .filter(form -> form.matches("(?s)[0-9]+=.*"))
                .filter(form -> Double.parseDouble(form.substring(0, form.indexOf('='))) == number)
                .findFirst();
        if (exact.isPresent()) {
            return exact.get().substring(exact.get().indexOf('=') + 1);
        }
        var general =
                forms.stream().filter(form -> !form.matches("(?s)[0-9]+=.*")).toList();
        return general.isEmpty() ? "" : general.get(Math.min(formNumber(number), general.size() - 1));
    }

    private double number(String name) {
        if (name.length() == 2 && name.charAt(0) == '$' && isArgument(name.charAt(1))) {
            return arguments[name.charAt(1) - '1'] instanceof Number number ? number.doubleValue() : 0;
        }
        return 0;
    }

    private int formNumber(double number) {
        var ofLanguage =
                CLDR_ORDER.stream().filter(rules.getKeywords()::contains).toList();
        return ofLanguage.indexOf(rules.select(number));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
