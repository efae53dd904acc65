package org.eventcenter.sandbox.mediawiki;

import java.time.Instant;
import java.util.Objects;

/** A global account of the family. Its central id stays, its name may change. */
public final class Account {
    /** Whose hands are at the keyboard. */
    public enum Kind {
        PERSON,
        BOT,
        TEMPORARY
    }

    private final long centralId;
    private final Kind kind;
    private final Instant registeredAt;
    private String name;
    private int editCount;
    private boolean hidden;
    private boolean blocked;

    Account(long centralId, String name, Kind kind, Instant registeredAt, int editCount) {
        this.centralId = centralId;
        this.name = name;
        this.kind = kind;
        this.registeredAt = registeredAt;
        this.editCount = editCount;
    }

    public long centralId() {
        return centralId;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public int editCount() {
        return editCount;
    }

    public boolean isHidden() {
        return hidden;
    }

    public boolean isBlocked() {
        return blocked;
    }

    /** The id that this account has on one wiki only. */
    public long localId(SimulatedSite site) {
        return 1_000L + Math.floorMod(Objects.hash(site.id(), centralId), 60_000_000);
    }

    void countEdit() {
        editCount++;
    }

    void rename(String newName) {
        name = newName;
    }

    void hide() {
        hidden = true;
        blocked = true;
    }

    void block() {
        blocked = true;
    }
}
