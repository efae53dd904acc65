package org.eventcenter.account;

import io.vertx.core.Future;
import java.util.Set;

/**
 * The one place that decides who may do what. Asked at every write, when a socket says hello, and again when roles may
 * have changed.
 *
 * <p>Operators may everything: those of the configuration, and whoever came in by a link of the operator's terminal. API
 * tokens are issued at that terminal only, so who bears one may create events, which are then theirs.
 */
public final class Rights {
    /** Stands for no event, where a right is about none. */
    public static final long NO_EVENT = 0;

    private final Set<Long> operators;
    private final EventRoles roles;

    /** The operators are given by their central ids. */
    public Rights(Set<Long> operators, EventRoles roles) {
        this.operators = Set.copyOf(operators);
        this.roles = roles;
    }

    public Future<Boolean> may(Visitor visitor, Right right, long eventId) {
        if (visitor.isAnonymous()) {
            return Future.succeededFuture(false);
        }
        var account = visitor.account().get();
        if (visitor.operator() || isOperator(account)) {
            return Future.succeededFuture(true);
        }
        return switch (right) {
            case CREATE_EVENT -> Future.succeededFuture(visitor.by() == Visitor.Proof.TOKEN);
            case SEE_ORGANIZERS_FEED, ORGANIZE -> roles.isOrganizer(account.accountId(), eventId);
        };
    }

    private boolean isOperator(Account account) {
        return account.centralId().isPresent()
                && operators.contains(account.centralId().getAsLong());
    }
}
