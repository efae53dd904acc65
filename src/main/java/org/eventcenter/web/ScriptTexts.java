package org.eventcenter.web;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The messages that the script of a page says by itself: as translators wrote them, filled in by js/messages.js. */
public final class ScriptTexts {
    private ScriptTexts() {}

    public static Map<String, String> of(Words words, Collection<String> keys) {
        return keys.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), words::raw));
    }
}
