package org.eventcenter.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Best-effort delivery: nothing may depend on it, so neither a failed publish nor a garbled text is an error. */
public final class Bus {
    private static final Logger log = LoggerFactory.getLogger(Bus.class);

    private final Vertx vertx;

    public Bus(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Tells all nodes. Never throws: callers publish after their answer is out. */
    public <T> void publish(Topic<T> topic, T value) {
        try {
            vertx.eventBus().publish(topic.address(), topic.write().apply(value));
        } catch (RuntimeException e) {
            log.warn("Could not publish to {}", topic.address(), e);
        }
    }

    /** The handler runs on the context of the caller. Completes when all nodes know of it. */
    public <T> Future<Subscription> subscribe(Topic<T> topic, Consumer<T> handler) {
        MessageConsumer<String> consumer = vertx.eventBus().consumer(topic.address(), heard -> {
            T value;
            try {
                value = topic.read().apply(heard.body());
            } catch (RuntimeException e) {
                log.debug("Unreadable text on {}", topic.address());
                return;
            }
            handler.accept(value);
        });
        return consumer.completion().map(consumer::unregister);
    }

    /** Ends a subscription. */
    @FunctionalInterface
    public interface Subscription {
        Future<Void> cancel();
    }
}
