package org.eventcenter.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class MessagesTest {
    private static final String ARABIC = "{{PLURAL:$1|صفر|واحد|اثنان|قليل|كثير|آخر}}";

    private static String expand(String language, String text, Object... arguments) {
        return new MessageText(PluralRules.forLocale(new ULocale(language)), arguments, Object::toString).expand(text);
    }

    @Test
    void arabic_has_six_forms() {
        assertThat(List.of(0, 1, 2, 3, 10, 11, 99, 100, 103))
                .extracting(number -> expand("ar", ARABIC, number))
                .containsExactly("صفر", "واحد", "اثنان", "قليل", "قليل", "كثير", "كثير", "آخر", "قليل");
    }

    @Test
    void french_says_zero_in_the_singular_and_a_missing_form_is_the_last() {
        assertThat(List.of(0, 1, 2, 1_000_000))
                .extracting(number -> expand("fr", "$1 {{PLURAL:$1|édition|éditions}}", number))
                .containsExactly("0 édition", "1 édition", "2 éditions", "1000000 éditions");
    }

    @Test
    void a_form_for_an_exact_number_goes_before_the_general_ones() {
        assertThat(expand("en", "{{PLURAL:$1|0=nobody|one person|$1 people}}", 0))
                .isEqualTo("nobody");
        assertThat(expand("en", "{{PLURAL:$1|0=nobody|one person|$1 people}}", 7))
                .isEqualTo("7 people");
    }

    @Test
    void forms_may_hold_other_forms_and_gender_gives_the_neutral_one() {
        assertThat(expand("en", "{{GENDER:$2|his|her|their}} {{PLURAL:$1|edit|{{PLURAL:$1|x|edits}}}}", 3, "Rose"))
                .isEqualTo("their edits");
    }

    @Test
    void braces_and_dollars_that_mean_nothing_stay() {
        assertThat(expand("en", "{{ $3 $ {{X|y}} {{PLURAL:$1", 1)).isEqualTo("{{ $3 $ X|y {{PLURAL:1");
    }

    @Test
    void a_text_of_an_argument_is_never_expanded_or_markup() {
        var words = Messages.load(List.of("web")).in(Language.ENGLISH);
        var hostile = "{{PLURAL:$1|a|b}} $1 <b>";

        assertThat(words.text("web-language", hostile)).endsWith(hostile);
        var html = new gg.jte.output.StringOutput();
        words.html("web-language", hostile).writeTo(html);
        assertThat(html.toString()).endsWith("<bdi>{{PLURAL:$1|a|b}} $1 &lt;b&gt;</bdi>");
    }

    @Test
    void the_language_is_that_of_the_address_else_the_browser_s_else_english(Vertx vertx) throws Exception {
        var site = TestSite.start(
                vertx,
                (router, kernel) -> router.get("/language")
                        .handler(context -> context.end(
                                kernel.pages().words(context).language().code())));

        assertThat(site.get("/language?uselang=ar", "Accept-Language", "fr").body())
                .isEqualTo("ar");
        assertThat(site.get("/language", "Accept-Language", "tlh, en;q=0.2, fr-CA;q=0.8")
                        .body())
                .isEqualTo("fr");
        assertThat(site.get("/language?uselang=tlh", "Accept-Language", "tlh").body())
                .isEqualTo("en");
        assertThat(site.get("/language").body()).isEqualTo("en");
    }

    @Test
    void a_page_says_its_language_and_direction_and_its_links_keep_the_language(Vertx vertx) throws Exception {
        var site = TestSite.start(vertx, (router, kernel) -> {});
        var arabic = site.get("/nowhere?uselang=ar", "Accept", "text/html").body();
        var byBrowser = site.get("/nowhere", "Accept", "text/html", "Accept-Language", "ar")
                .body();

        assertThat(arabic).contains("lang=\"ar\" dir=\"rtl\"").contains("href=\"/?uselang=ar\"");
        assertThat(byBrowser).contains("lang=\"ar\" dir=\"rtl\"").contains("href=\"/\"");
    }

    @Test
    void a_link_keeps_its_query_and_anchor_and_says_the_language_once() {
        assertThat(Links.inLanguage("/e/x?uselang=fr&a=b#c", new Language("ar")))
                .isEqualTo("/e/x?a=b&uselang=ar#c");
        assertThat(Links.inLanguage("/e/x?a=b&uselang=fr", new Language("ar"))).isEqualTo("/e/x?a=b&uselang=ar");
        assertThat(Links.inLanguage("/e/x", new Language("ar"))).isEqualTo("/e/x?uselang=ar");
    }
}
