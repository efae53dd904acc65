package org.eventcenter.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a route wants shown. Each {@code with} gives a new one.
 *
 * @param template below {@code org/eventcenter}, without its ending: {@code campaign/event}
 * @param title of the page, already in words
 * @param parameters of the template, besides {@code page}
 * @param styles and {@code scripts}: paths such as {@code /css/event.css}, {@code /js/event.js} (a module)
 * @param data becomes JSON in {@code <script type="application/json" id="page-data">}; null for none
 */
public record View(
        String template,
        String title,
        int status,
        Map<String, Object> parameters,
        List<String> styles,
        List<String> scripts,
        @Nullable Object data) {

    public static View of(String template, String title) {
        return new View(template, title, 200, Map.of(), List.of(), List.of(), null);
    }

    public View with(String parameter, Object value) {
        var more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new View(template, title, status, Map.copyOf(more), styles, scripts, data);
    }

    public View withStatus(int changed) {
        return new View(template, title, changed, parameters, styles, scripts, data);
    }

    public View withStyle(String path) {
        return new View(template, title, status, parameters, and(styles, path), scripts, data);
    }

    public View withScript(String path) {
        return new View(template, title, status, parameters, styles, and(scripts, path), data);
    }

    public View withData(Object json) {
        return new View(template, title, status, parameters, styles, scripts, json);
    }

    private static List<String> and(List<String> paths, String path) {
        var more = new ArrayList<>(paths);
        more.add(path);
        return List.copyOf(more);
    }
}
