// Choosing: one finding (or one claim) at a time, and the three columns move together while focus stays where it was.

/** Adds select, step, nextOpen, nextToDecide, toggle, setMode, section, openClaim, closeClaim to the hub. */
function articleMoving(view) {
  const { toCount } = view;
  const known = (ids) => ids.filter((id) => id !== null);

  Object.assign(view, {
    select(id, from) {
      if (!view.finding(id)) return;
      const before = view.current, inList = view.list.has(document.activeElement);
      view.current = id;
      view.kept.at = view.finding(id).fingerprint;
      if (view.finding(id).held_back && !view.held) view.toggle("held");
      if (view.mode === "one") view.text.paint();
      else view.text.repaint(known([before, id]));
      view.list.repaint(known([before, id]));
      view.list.reveal(id);
      if (from !== "text") view.text.reveal(id);
      view.dock.mark(id, from !== "claims");
      view.showClaim(null);
      view.why.paint();
      if (from !== "text" && from !== "claims") view.sheet("why");
      if (inList && from !== "text") view.list.focus(id);
    },
    step(by) {
      const order = view.list.order();
      if (!order.length) return;
      const at = order.indexOf(view.current);
      view.select(order[Math.min(order.length - 1, Math.max(0, at + by))], "keys");
    },
    /** The next finding to decide behind this one in the order of the list, else the first. */
    nextOpen(after) {
      const order = view.list.sorted(), at = order.indexOf(after);
      const fits = (id) => id !== after && !view.finding(id).held_back && view.inList(id) && view.isOpen(id);
      return order.slice(at + 1).find(fits) ?? order.slice(0, Math.max(0, at)).find(fits) ?? null;
    },
    nextToDecide() {
      const open = toCount.filter(({ id }) => view.isOpen(id) || view.waits(id) || view.state(id).state === "fix");
      const next = open.find(({ id }) => view.isOpen(id)) ?? open[0];
      return next ? () => { view.off.clear(); view.list.arrange(); view.select(next.id, "keys"); view.focusList(); } : null;
    },
    toggle(what) {
      if (what === "held") view.held = !view.held;
      else if (!view.off.delete(what)) view.off.add(what);
      view.list.arrange();
      view.text.paint();
      const shown = view.list.order();
      if (view.current !== null && !view.inList(view.current) && shown.length) view.select(shown[0], "list");
    },
    section(by) {
      view.text.section(by);
      return true;
    },
    focusList: () => (view.narrow() ? view.why.body : view.list.el.querySelector(".it.sel") || view.why.body).focus({ preventScroll: true }),
    toClaims: () => { view.sheet("claims"); view.dock.focusClaims(true); },
    /** A claim takes the place of the finding; null gives it back. */
    showClaim(id) {
      if (view.claim === id) return;
      view.claim = id;
      view.why.el.hidden = id !== null;
      view.pane.el.hidden = id === null;
      (id === null ? view.why : view.pane).decide.prepend(...view.voice.nodes); // results are told where the person looks
      view.pane.paint();
    },
    openClaim(id, focus = false) {
      const claim = view.claims.get(id);
      if (!claim) return;
      view.showClaim(id);
      view.dock.choose(id);
      view.showBlock(claim.start_block);
      if (focus) { view.sheet("why"); view.pane.body.focus({ preventScroll: true }); }
    },
    closeClaim() {
      view.showClaim(null);
      if (view.narrow()) view.focusList();
      else view.dock.focusClaims();
    },
    first() {
      const next = toCount.find((finding) => view.isOpen(finding.id)) ?? toCount[0];
      return next ? next.id : null;
    },
  });
}
