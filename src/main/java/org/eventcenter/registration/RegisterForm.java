package org.eventcenter.registration;

import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventcenter.web.SentForm;

/**
 * The form by which people register, blank or as it was sent. Each blank form bears a request of its own, so that what
 * is sent twice, or again after a lost answer, is one registration.
 */
public record RegisterForm(SentForm fields, UUID requestId) {
    private static final String SEE = "see";
    private static final String SCREEN = "screen";
    private static final String TERMS = "terms";
    private static final String REQUEST = "request";
    private static final List<String> CHOICES = List.of(SEE, SCREEN, TERMS);
    private static final String EVERYONE = "everyone";
    private static final String ORGANIZERS = "organizers";

    /** As a newcomer finds it: seen by everyone, nothing agreed to. */
    static RegisterForm blank() {
        return filledIn(Map.of(SEE, EVERYONE));
    }

    /** For somebody who was in before and left: as visible as then, the consent to be given anew. */
    static RegisterForm again(Registration before) {
        return filledIn(Map.of(SEE, before.isPrivate() ? ORGANIZERS : EVERYONE));
    }

    /** With the choices that were {@link #choices()}. */
    static RegisterForm filledIn(Map<String, String> choices) {
        return new RegisterForm(SentForm.of(choices), UUID.randomUUID());
    }

    /** The form of this request, with the mistakes in it. */
    static RegisterForm sent(RoutingContext context) {
        var fields = SentForm.sent(context);
        return new RegisterForm(checked(fields), request(fields.value(REQUEST)));
    }

    private static SentForm checked(SentForm fields) {
        var checked = fields;
        if (!fields.value(SEE).equals(EVERYONE) && !fields.value(SEE).equals(ORGANIZERS)) {
            checked = checked.withMistake(SEE, "registration-mistake-see");
        }
        return fields.ticked(TERMS) ? checked : checked.withMistake(TERMS, "registration-mistake-terms");
    }

    private static UUID request(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            return UUID.randomUUID();
        }
    }

    /** What the person chose, to be shown again after a way round. */
    Map<String, String> choices() {
        var choices = new HashMap<>(fields.values());
        choices.keySet().retainAll(CHOICES);
        return choices;
    }

    /** The consent to the name is only for who is public. */
    JoinWish wish(long accountId) {
        return new JoinWish(
                requestId, accountId, Optional.of(isPrivate()), Optional.of(agreesToName() && !isPrivate()));
    }

    public boolean isPrivate() {
        return fields.value(SEE).equals(ORGANIZERS);
    }

    public boolean isPublic() {
        return fields.value(SEE).equals(EVERYONE);
    }

    public boolean agreesToName() {
        return fields.ticked(SCREEN);
    }

    public boolean agreesToTerms() {
        return fields.ticked(TERMS);
    }

    public boolean hasMistakes() {
        return fields.hasMistakes();
    }

    /** Key of what is wrong with a field. */
    public Optional<String> mistake(String field) {
        return fields.mistakesOf(field).stream().findFirst().map(mistake -> mistake.message());
    }
}
