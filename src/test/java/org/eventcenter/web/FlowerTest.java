package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

class FlowerTest {
    @Test
    void the_places_are_those_that_scripts_know() {
        assertThat(html(Flower.of(0, 60))).contains("cx=\"8.0\" cy=\"-6.1\"");
    }

    @Test
    void a_flower_is_full_exactly_when_the_goal_is_reached() {
        assertThat(Flower.of(41, 60).reached()).isEqualTo(41);
        assertThat(Flower.of(4999, 5000).reached()).isEqualTo(88);
        assertThat(Flower.of(5000, 5000).reached()).isEqualTo(89);
        assertThat(Flower.of(9000, 5000).reached()).isEqualTo(89);
    }

    @Test
    void ones_own_seed_is_blue_and_the_newest_has_a_ring() {
        assertThat(html(Flower.of(3, 10).with(Flower.Own.REACHED)))
                .containsOnlyOnce("class=\"m\"")
                .containsOnlyOnce("class=\"n\"");
        assertThat(html(Flower.of(3, 10).with(Flower.Own.WAITING))).containsOnlyOnce("class=\"y\"");
        assertThat(html(Flower.of(0, 10))).doesNotContain("class=\"n\"", "class=\"m\"");
    }

    @Test
    void an_icon_is_a_picture_that_says_nothing() {
        assertThat(html(Icon.CLOCK)).startsWith("<svg class=\"ec-icon\"").contains("aria-hidden=\"true\"", "<path");
        assertThat(html(Icon.BACK)).contains("ec-icon--turns");
    }

    private static String html(Content content) {
        var output = new StringOutput();
        content.writeTo(output);
        return output.toString();
    }
}
