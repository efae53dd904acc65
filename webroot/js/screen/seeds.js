// The articles of the field, each at the place that it got first. Pure; the drawing is in field.js.

/** Articles in the order of their first counted edit, as the server listed them at a token, kept up by entries. */
export function createSeeds() {
  let articles = [];
  let places = new Map();
  let asOf = -1;
  let loaded = false;

  function touch(entry) {
    const key = `${entry.wiki} ${entry.page ? `#${entry.page}` : entry.title}`;
    let article = places.get(key);
    if (!article) {
      article = { wiki: entry.wiki, bytes: 0, isNew: false, place: articles.length };
      places.set(key, article);
      articles.push(article);
    }
    article.bytes += Math.max(0, entry.delta ?? 0);
    article.isNew ||= entry.new === true;
    article.title = entry.title;
    article.touched = entry.seq;
    return article;
  }

  return {
    get articles() {
      return articles;
    },
    /** Whether the server's list has come: before that there are not few articles, but unknown ones. */
    get loaded() {
      return loaded;
    },
    /** Starts anew from the server's list: [{wiki, key, bytes, new}] with the number of the newest entry in it. */
    load(list, seq) {
      articles = list.map((row, place) => ({ wiki: row.wiki, bytes: row.bytes, isNew: row.new === true, place }));
      places = new Map(list.map((row, place) => [`${row.wiki} ${row.key}`, articles[place]]));
      asOf = seq;
      loaded = true;
    },
    /** Counts an entry that is newer than what is held; gives its article, or null. */
    add(entry) {
      if (entry.seq <= asOf || entry.counts === false) return null;
      asOf = entry.seq;
      return touch(entry);
    },
    /** Titles of articles that were touched before this page knew them, for labels. */
    name(entry) {
      const article = places.get(`${entry.wiki} ${entry.page ? `#${entry.page}` : entry.title}`);
      if (article && (article.touched ?? -1) < entry.seq) {
        article.title = entry.title;
        article.touched = entry.seq;
      }
    },
    /** Nobody is named on a screen that lost its link. */
    forgetTitles() {
      for (const article of articles) delete article.title;
    },
    /** Wikis in the order in which they entered, with how many articles each has. */
    wikis() {
      const counts = new Map();
      for (const { wiki } of articles) counts.set(wiki, (counts.get(wiki) ?? 0) + 1);
      return [...counts].map(([wiki, count]) => ({ wiki, count }));
    },
    /** The newest touched articles that have a title. */
    newest(count) {
      return articles
        .filter((article) => article.title)
        .sort((a, b) => b.touched - a.touched)
        .slice(0, count);
    },
  };
}
