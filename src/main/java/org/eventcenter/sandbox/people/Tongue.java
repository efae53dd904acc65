package org.eventcenter.sandbox.people;

import java.util.ArrayList;
import java.util.List;

/**
 * How articles about rivers and wetlands are called in one language, and how edits there are summed up. No place exists.
 *
 * @param wiki the Wikipedia of the language
 * @param heads first halves of place names
 * @param tails second halves
 * @param forms titles of articles about a place
 * @param summaries of edits; some with a section
 */
record Tongue(String wiki, List<String> heads, List<String> tails, List<String> forms, List<String> summaries) {
    private static final List<Tongue> ALL = List.of(
            new Tongue(
                    "enwiki",
                    words("Elder Moss Heron Alder Willow Otter Sedge Marl Brack Tern Kestrel Rush"),
                    words("mere ford wick holm combe water beck low"),
                    List.of(
                            "%s River",
                            "%s Fen", "%s Marsh", "Lake %s", "%s Wetland", "Floods of the %s", "%s Bird Reserve"),
                    List.of("/* Ecology */ added sources", "/* Course */ tributaries", "copyedit", "lead rewritten")),
            new Tongue(
                    "frwiki",
                    words("Val Clair Mont Bel Haut Roche Font Sauve Vert Noir"),
                    words("mare ville bois onde lande saule vanne ac"),
                    List.of(
                            "Marais de %s",
                            "Étang de %s", "Ruisseau de %s", "Delta de %s", "Tourbière de %s", "Roselière de %s"),
                    List.of(
                            "/* Faune */ ajout de sources",
                            "/* Histoire */ précisions",
                            "orthographe",
                            "mise en forme")),
            new Tongue(
                    "arwiki",
                    List.of("عين ", "أم ", "تل ", "ساقية ", "غدير ", "باب "),
                    List.of("الريم", "القصب", "البط", "الحور", "الصفصاف", "النعناع", "الندى", "السنديان"),
                    List.of("نهر %s", "أهوار %s", "بحيرة %s", "سبخة %s", "وادي %s", "محمية %s"),
                    List.of("/* البيئة */ إضافة مصادر", "تدقيق لغوي", "توسيع", "/* التاريخ */ معلومات جديدة")),
            new Tongue(
                    "swwiki",
                    words("Kijani Mwangaza Nyota Tulivu Upepo Mchanga Mamba Korongo Tembo Mvua"),
                    List.of("", " Mkuu", " Mdogo", " ya Juu", " ya Chini"),
                    List.of("Mto %s", "Ziwa %s", "Bwawa la %s", "Kinamasi cha %s", "Delta ya %s"),
                    List.of("/* Mazingira */ vyanzo vipya", "marekebisho madogo", "nimeongeza maelezo", "viungo")),
            new Tongue(
                    "jawiki",
                    words("青 白 霧 葦 鷺 柳 月 竹 鮎 雁"),
                    words("沢 原 瀬 渕 ヶ谷 江 潟"),
                    List.of("%s川", "%s湿原", "%s沼", "%s湖", "%s干潟", "%s川の治水史"),
                    List.of("/* 生態系 */ 出典を追加", "誤字修正", "加筆", "/* 地理 */ 支流を追記")),
            new Tongue(
                    "hiwiki",
                    words("नील चंद्र हंस शील मंद रजत श्वेत पद्म"),
                    words("धारा वन सर पुर गंध वती"),
                    List.of("%s नदी", "%s झील", "%s आर्द्रभूमि", "%s डेल्टा", "%s पक्षी अभयारण्य"),
                    List.of("/* पर्यावरण */ स्रोत जोड़े", "वर्तनी सुधार", "विस्तार किया", "/* इतिहास */ नई जानकारी")),
            new Tongue(
                    "eswiki",
                    words("Valle Sauce Garza Junco Piedra Fuente Álamo Niebla"),
                    List.of(" Claro", " Blanco", " Hondo", " Quieto", " Solo", " Viejo"),
                    List.of("Río %s", "Laguna %s", "Humedal de %s", "Estero %s", "Delta del %s"),
                    List.of("/* Fauna */ referencias", "ortografía", "ampliación", "/* Curso */ afluentes")),
            new Tongue(
                    "ukwiki",
                    words("Верб Осок Чапл Берез Очерет Лелеч Плав"),
                    words("івка яне ова ище енка"),
                    List.of("%s (річка)", "Озеро %s", "Болото %s", "Заплава %s", "Заказник %s"),
                    List.of("/* Флора */ джерела", "правопис", "доповнення", "/* Течія */ притоки")),
            new Tongue(
                    "dewiki",
                    words("Erlen Schilf Reiher Moor Weiden Kranich Binsen"),
                    words("bach au see bruch feld"),
                    List.of("%s", "%s (Fluss)", "Naturschutzgebiet %s", "%ser Moor"),
                    List.of("/* Fauna */ Beleg ergänzt", "Rechtschreibung", "erweitert", "Kleinkram")));

    static List<Tongue> all() {
        return ALL;
    }

    static Tongue of(String wiki) {
        return ALL.stream()
                .filter(tongue -> tongue.wiki().equals(wiki))
                .findFirst()
                .orElseThrow();
    }

    List<String> places() {
        var places = new ArrayList<String>();
        tails.forEach(tail -> heads.forEach(head -> places.add(head + tail)));
        return places;
    }

    /** All article titles that the language has for its places, in an order that mixes forms and places. */
    List<String> titles() {
        var titles = new ArrayList<String>();
        var places = places();
        for (int form = 0; form < forms.size(); form++) {
            for (int place = 0; place < places.size(); place++) {
                titles.add(forms.get((form + place) % forms.size()).formatted(places.get(place)));
            }
        }
        return titles;
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }
}
