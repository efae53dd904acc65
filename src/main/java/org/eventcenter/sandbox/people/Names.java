package org.eventcenter.sandbox.people;

import java.util.List;
import java.util.Map;

/** User names by the Wikipedia on which people are at home. All are invented. */
final class Names {
    static final Map<String, List<String>> REGULARS = Map.of(
            "enwiki",
            List.of(
                    "Heron at Dusk",
                    "Marl and Moss",
                    "Tessa Underbrook",
                    "Quillfen",
                    "Old Ferryman 88",
                    "Bramble Notes",
                    "Ivo Larkwater",
                    "Sedgewarbler Sam"),
            "frwiki",
            List.of(
                    "Loutre Curieuse",
                    "Margaux des Étangs",
                    "Petit Héron Gris",
                    "Basile Rivenoire",
                    "Carnet d’Eau",
                    "Noé Sauvemare"),
            "arwiki",
            List.of("قارئة النهر", "طائر القصب", "سلمى الغدير", "حارس الهور", "يوسف الساقية", "دفتر الماء"),
            "swwiki",
            List.of("Awiti Kijito", "Baraka wa Ziwani", "Neema Mtoni", "Juma Korongo", "Zawadi Tulivu", "Mama Samaki"),
            "jawiki",
            List.of("葦辺ノート", "鷺沢あおい", "かわせみ三号", "湿原さんぽ", "柳瀬みなと"),
            "hiwiki",
            List.of("नदी किनारे", "हंसा सरोवरी", "मीरा जलधारा", "आर्द्र पंख", "कमल पोखर"),
            "eswiki",
            List.of("Garza Tranquila", "Lucía Juncal", "Río Adentro", "Mateo Fuenteclara", "Apuntes del Estero"),
            "ukwiki",
            List.of("Лелека над Плесом", "Оксана Заплавна", "Річкова Записка", "Тихий Очерет"));

    /** What a latecomer is called, before the name of a place. */
    static final Map<String, List<String>> LATE_FORMS = Map.of(
            "enwiki", List.of("Wren of %s", "Reader from %s", "%s Wanderer"),
            "frwiki", List.of("Merle de %s", "Lectrice de %s"),
            "swwiki", List.of("Msomaji wa %s", "Dada wa %s"),
            "eswiki", List.of("Mirlo de %s", "Lectora de %s"),
            "jawiki", List.of("%sの旅人"),
            "arwiki", List.of("قارئ من %s"));

    /** Of people who are in no event until somebody comes who wants to be one of them. */
    static final Map<String, String> GUESTS = Map.of(
            "enwiki", "Curious Kingfisher",
            "frwiki", "Visiteuse des Berges",
            "arwiki", "زائرة الضفة",
            "swwiki", "Mgeni wa Mto",
            "jawiki", "川辺のお客",
            "hiwiki", "अतिथि हंस",
            "eswiki", "Visita del Humedal",
            "ukwiki", "Гостя з Берега");

    private Names() {}
}
