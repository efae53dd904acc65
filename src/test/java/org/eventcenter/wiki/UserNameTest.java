package org.eventcenter.wiki;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
        assertThat(UserName.isTemporary("~2026-12345-67")).isTrue();
    }
}
