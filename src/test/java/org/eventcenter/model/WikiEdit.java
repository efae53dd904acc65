package org.eventcenter.model;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The truth about an edit: what it is, the newest fact about it, and for which events it was read. Its monitor is the
 * order in which a reader meets facts and repeats: a fact is committed as a mark before anything that is read later.
 */
final class WikiEdit {
    static final List<String> WIKIS = List.of("enwiki", "frwiki", "dewiki");

    final String wiki;
    final long revision;
    final long account;
    final String title;
    final long page;
    final int namespace;
    final String kind;
    final boolean bot;
    final int delta;
    /** Seconds since 1970. */
    final long at;

    final boolean redirect;
    final boolean unchanged;
    /** No source ever names its page. */
    final boolean byTitleAlone;

    private final Set<Long> knownIn = new TreeSet<>();
    private boolean reverted;
    /** Microseconds since 1970; 0: nobody said anything yet. */
    private long asOf;

    WikiEdit(long revision, long account, long hour, Random random) {
        this.revision = revision;
        this.account = account;
        this.wiki =
                pick(random, "enwiki", "enwiki", "enwiki", "enwiki", "enwiki", "frwiki", "frwiki", "frwiki", "dewiki");
        int subject = 1 + random.nextInt(400);
        this.title = "Subject " + subject;
        this.page = subject * 10L + WIKIS.indexOf(wiki);
        this.namespace = pick(random, 0, 0, 0, 0, 4, 2, 6);
        this.kind = pick(random, "edit", "edit", "edit", "edit", "edit", "edit", "create", "create", "move");
        this.bot = random.nextInt(100) < 8;
        this.delta = random.nextInt(2_001) - 500;
        int spread = random.nextBoolean() ? 3 * 3_600 : 1_800;
        this.at = hour + random.nextInt(2 * spread) - spread;
        this.redirect = random.nextInt(100) < 20;
        this.unchanged = !kind.equals("create") && random.nextInt(100) < 15;
        this.byTitleAlone = random.nextInt(100) < 25;
    }

    @SafeVarargs
    static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The verdict of a scope policy that is another one with each version. */
    boolean inScope(int version) {
        return (revision + version) % 9 != 0;
    }

    synchronized void readFor(long event) {
        knownIn.add(event);
    }

    synchronized List<Long> knownIn() {
        return List.copyOf(knownIn);
    }

    synchronized boolean isReverted() {
        return reverted;
    }

    /** A fact that somebody tells: now, or late, when it is the opposite of the newest and changes nothing. */
    Fact tell(boolean value, long now, boolean late) {
        if (late && asOf > 0) {
            return new Fact(!reverted, asOf - 1);
        }
        reverted = value;
        asOf = now;
        return new Fact(value, now);
    }

    record Fact(boolean value, long asOf) {}
}
