package org.eventcenter.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Locale;

/**
 * A goal as a flower, one seed a step: what is reached is gold from the middle outwards, what is to go is a small dot, the
 * newest has a ring. Beyond 120 steps it shows the share. Scripts move it by the same geometry (js/flower.js).
 *
 * @param own whose seed is drawn in blue: none, a place that waits for you, or one that is yours
 */
public record Flower(long value, long target, Own own) implements Content {
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final double RADIUS = 46;
    private static final long MOST_PLACES = 120;
    private static final int PLACES_OF_MANY = 89;
    private static final int SHADES = 5;
    private static final double SEED = 0.81;
    private static final double WAITING = 0.3;

    public enum Own {
        NONE,
        WAITING,
        REACHED
    }

    public static Flower of(long value, long target) {
        return new Flower(value, target, Own.NONE);
    }

    /** Without a goal: full of what there is, with some room around it. */
    public static Flower withoutGoal(long value) {
        return of(value, Math.max(34, value + value / 3));
    }

    public Flower with(Own changed) {
        return new Flower(value, target, changed);
    }

    public int places() {
        return target <= MOST_PLACES ? (int) Math.max(1, target) : PLACES_OF_MANY;
    }

    public int reached() {
        return value <= 0 || target <= 0 ? 0 : (int) Math.min(places(), value * places() / target);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        var svg = new StringBuilder(
                        "<svg class=\"ec-flower\" viewBox=\"-50 -50 100 100\" aria-hidden=\"true\" data-places=\"")
                .append(places())
                .append("\">");
        for (int k = 0; k < places(); k++) {
            svg.append(circle(kind(k), k, k < reached() ? SEED : WAITING));
        }
        if (reached() > 0) {
            svg.append(circle("n", reached() - 1, SEED + 0.38));
        }
        if (own == Own.WAITING && reached() < places()) {
            svg.append(circle("y", reached(), SEED));
        }
        output.writeContent(svg.append("</svg>").toString());
    }

    private String kind(int k) {
        if (k >= reached()) {
            return "o";
        }
        return own == Own.REACHED && k == reached() - 1 ? "m" : "s" + Math.min(SHADES - 1, k * SHADES / reached());
    }

    private String circle(String kind, int k, double share) {
        double room = RADIUS / (Math.sqrt(places()) + 0.9);
        double distance = room * Math.sqrt(k + 0.6);
        double angle = k * GOLDEN_ANGLE - Math.PI / 2;
        return String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>",
                kind,
                distance * Math.cos(angle),
                distance * Math.sin(angle),
                room * share);
    }
}
