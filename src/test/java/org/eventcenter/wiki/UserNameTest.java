package org.eventcenter.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UserNameTest {
    @Test
    void spellings_of_one_account_have_one_canonical_form() {
        assertThat(UserName.canonical("  élodie__du  Lac_")).isEqualTo("Élodie du Lac");
        assertThat(UserName.canonical("e\u0301lodie du Lac")).isEqualTo("Élodie du Lac");
        assertThat(UserName.canonical("\u200EÉlodie\u00A0du Lac\u200F")).isEqualTo("Élodie du Lac");
    }

    @Test
    void only_the_first_letter_changes_and_only_where_the_script_has_capitals() {
        assertThat(UserName.canonical("mcINTYRE")).isEqualTo("McINTYRE");
        assertThat(UserName.canonical("ნინო")).isEqualTo("ნინო");
        assertThat(UserName.canonical("山田")).isEqualTo("山田");
        assertThat(UserName.canonical("ßeta")).isEqualTo("ßeta");
        assertThat(UserName.canonical("\uD801\uDC28x")).isEqualTo("\uD801\uDC00x");
        assertThat(UserName.canonical(" _ ")).isEmpty();
    }

    @Test
    void what_no_wiki_allows_is_known_before_asking() {
        assertThat(UserName.isPossible("Ann [x]")).isFalse();
        assertThat(UserName.isPossible("")).isFalse();
        assertThat(UserName.isPossible("Ann\u0000")).isFalse();
        assertThat(UserName.isPossible("Ann \ud800")).isFalse();
        assertThat(UserName.isPossible("Ann \ud83c\udf38")).isTrue();
        assertThat(UserName.isPossible("é".repeat(128))).isFalse();
        assertThat(UserName.isPossible("é".repeat(127))).isTrue();
        assertThat(UserName.flaw("~2026-12345-67")).contains(UserName.Flaw.TEMPORARY);
    }

    @Test
    void tabs_and_line_breaks_part_names_and_are_in_none() {
        for (var parted : List.of("Ada\tBob", "Ada\nBob", "Ada\r\nBob", "Ada\u000BBob", "Ada\u0085Bob")) {
            assertThat(UserName.flaw(UserName.canonical(parted))).as(parted).contains(UserName.Flaw.CHARACTER);
        }
        assertThat(UserName.canonical("\tAda Bob\r\n")).isEqualTo("Ada Bob");
    }

    @Test
    void the_blanks_are_those_of_mediawiki() {
        for (char blank : "_ \u00A0\u1680\u180E\u2000\u2005\u200A\u2028\u2029\u202F\u205F\u3000".toCharArray()) {
            assertThat(UserName.canonical("ada" + blank + blank + "Bob")).isEqualTo("Ada Bob");
        }
    }

    @Test
    void what_nobody_sees_goes_at_the_ends_and_is_named_inside() {
        assertThat(UserName.canonical("\uFEFF ada \u200B\u00AD")).isEqualTo("Ada");
        assertThat(UserName.canonical("A\u200Eda\u202C")).isEqualTo("Ada");
        for (char inside : "\u00AD\u061C\u200B\u200C\u200D\u2060\u2066\u2069\uFEFF".toCharArray()) {
            assertThat(UserName.flaw(UserName.canonical("Ad" + inside + "a")))
                    .as(Integer.toHexString(inside))
                    .contains(UserName.Flaw.INVISIBLE_CHARACTER);
        }
    }

    @Test
    @Timeout(5)
    void a_megabyte_of_anything_is_read_at_once() {
        for (var what : List.of(" ", "\t", "\u200B", "_\u200E", "e\u0301", "a ")) {
            assertThat(UserName.isPossible(UserName.canonical("a" + what.repeat(500_000) + "b")))
                    .isEqualTo(what.equals(" ") || what.equals("_\u200E"));
        }
    }
}
