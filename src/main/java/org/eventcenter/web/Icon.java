package org.eventcenter.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The icons of Codex that our pages use, as SVG in the text of the page: {@code ${Icon.CLOCK}} in a template. They are
 * decoration; the word beside them says the same. Those that point somewhere turn round where the page does.
 */
public final class Icon implements Content {
    private static final JsonObject DRAWINGS = read("/webroot/vendor/codex-icons-2.7.0/codex-icons.json");

    public static final Icon ALERT = new Icon("ALERT", "cdxIconAlert");
    public static final Icon ARTICLE = new Icon("ARTICLE", "cdxIconArticle");
    public static final Icon BACK = new Icon("BACK", "cdxIconArrowPrevious");
    public static final Icon CALENDAR = new Icon("CALENDAR", "cdxIconCalendar");
    public static final Icon CHART = new Icon("CHART", "cdxIconChart");
    public static final Icon CLOCK = new Icon("CLOCK", "cdxIconClock");
    public static final Icon EYE = new Icon("EYE", "cdxIconEye");
    public static final Icon EYE_CLOSED = new Icon("EYE_CLOSED", "cdxIconEyeClosed");
    public static final Icon GLOBE = new Icon("GLOBE", "cdxIconGlobe");
    public static final Icon LANGUAGE = new Icon("LANGUAGE", "cdxIconLanguage");
    public static final Icon LOCK = new Icon("LOCK", "cdxIconLock");
    public static final Icon PAUSE = new Icon("PAUSE", "cdxIconPause");
    public static final Icon PEOPLE = new Icon("PEOPLE", "cdxIconUserGroup");
    public static final Icon PLAY = new Icon("PLAY", "cdxIconPlay");
    public static final Icon SCREEN = new Icon("SCREEN", "cdxIconWindow");
    public static final Icon SUCCESS = new Icon("SUCCESS", "cdxIconSuccess");
    public static final Icon UNDONE = new Icon("UNDONE", "cdxIconEditUndo");
    public static final Icon USER = new Icon("USER", "cdxIconUserAvatar");

    private final String name;
    private final String svg;

    private Icon(String name, String drawing) {
        this.name = name.toLowerCase(Locale.ROOT).replace('_', '-');
        this.svg = svg(DRAWINGS.getValue(drawing));
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(svg);
    }

    /** For scripts, which copy it from the page: {@code <template id="icon-lock">}. */
    public Content template() {
        return output -> output.writeContent("<template id=\"icon-" + name + "\">" + svg + "</template>");
    }

    private static String svg(Object drawing) {
        var turns = drawing instanceof JsonObject sides && sides.getBoolean("shouldFlip", false);
        var paths = drawing instanceof JsonObject sides ? sides.getString("ltr") : drawing.toString();
        return "<svg class=\"ec-icon" + (turns ? " ec-icon--turns" : "")
                + "\" viewBox=\"0 0 20 20\" aria-hidden=\"true\">" + paths + "</svg>";
    }

    /** The file is part of the build. */
    private static JsonObject read(String path) {
        try (var file = Icon.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("The build lacks " + path);
            }
            return new JsonObject(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
