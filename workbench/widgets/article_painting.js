// Only what changed is drawn anew: a key must answer at once in an article with hundreds of findings.

/** Adds refresh, sending and paintDesk to the hub. */
function articlePainting(view) {
  const drawn = new Map(); // finding → its state as it is drawn

  Object.assign(view, {
    refresh() {
      const changed = view.article.findings.filter(({ id }) => {
        const { state, words, reopened } = view.state(id);
        const now = `${state}|${words}|${reopened}|${view.isOpen(id)}|${view.verdict(id)}|${view.peers(id)}`, before = drawn.get(id);
        drawn.set(id, now);
        return now !== before;
      }).map(({ id }) => id);
      if (!changed.length) return;
      view.list.arrange(changed);
      view.text.repaint(changed);
      view.why.paintState();
    },
    /** While something is on its way, and when it has arrived. */
    sending() {
      view.refresh();
      view.head.paint();
      const words = view.outgoing.trouble;
      if (view.lost.textContent !== words) view.lost.textContent = words;
      view.lost.hidden = !words;
    },
    /** What stands about the review now: only words and buttons change, focus stays. */
    paintDesk() {
      view.head.paint();
      view.dock.paint();
      view.refresh();
      view.why.paintState();
      view.pane.paintState();
    },
  });
}
