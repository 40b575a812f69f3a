// Deciding: a step goes into the outbox, the next finding comes, and what is answered is drawn.

/** Adds decide, verdict, undo, unmark, together, answered and canUndo to the hub. */
function articleDeciding(view) {
  const { outgoing, toCount, done } = view;
  let all = null; // the finding whose next decision holds for every use of its cause in this article

  /** Whether this person may take it back; where nothing is known of people, anybody may try. */
  function mine(id) {
    const { me, decisions = {} } = view.desk(), one = decisions[view.finding(id).fingerprint];
    return !me || !one || one.by === me.id || one.second === me.id;
  }

  function next(id) {
    const following = view.nextOpen(id);
    if (following === null) view.voice.tell(view.desk().may ? "All decided. Ask for changes, or approve?" : "All decided. Esc goes back to the queue, U takes the last decision back.");
    else view.select(following, "keys");
  }

  Object.assign(view, {
    canUndo: () => !view.barred && (done.length > 0 || (view.current !== null && !view.finding(view.current).held_back && !TO_DECIDE.includes(view.state(view.current).state) && mine(view.current))),
    /** The findings of one cause in this article: the same check on the same sentence. */
    uses(id) {
      const one = view.finding(id);
      if (!one || one.held_back || one.whole) return one ? [id] : [];
      return toCount.filter((other) => other.check === one.check && other.sentence === one.sentence).map((other) => other.id);
    },
    isTogether: (id) => all === id,
    /** Whether the next decision about this finding is taken about all uses of its cause; switched by each call. */
    together(id) {
      all = all === id ? null : id;
      return all !== null;
    },
    decide(action, reason = "", note = "", more = {}, id = view.current) {
      if (view.barred) return view.voice.tell(view.barred, "alert");
      if (id === null || !view.canDecide(id)) return false;
      const { fingerprint } = view.finding(id), { state } = view.state(id), seen = view.seen(id);
      const also = all === id ? view.uses(id).filter((other) => other !== id && view.state(other).state === state).slice(0, 24).map((other) => view.finding(other).fingerprint) : [];
      done.push({ fingerprint });
      all = null;
      outgoing.put({ type: "decide", fingerprint, action, reason, note, ...more, ...(also.length ? { also } : {}), ...(seen && view.desk().me ? { seen } : {}) });
      next(id);
      return true;
    },
    /** One cause, one decision, over articles; `chosen` are [article, fingerprint]. */
    decideAll(chosen, message, id) {
      if (view.barred) return view.voice.tell(view.barred, "alert");
      done.push({ chosen, fingerprint: view.finding(id).fingerprint });
      outgoing.put({ type: "together", chosen, ...message });
      next(id);
      view.focusList(); // what opened the dialog is gone
      return true;
    },
    /** What a person says of a match that its context holds back. */
    judge(action, id = view.current) {
      if (view.barred) return view.voice.tell(view.barred, "alert");
      if (id === null || !view.verdict(id)) return false;
      outgoing.put({ type: "verdict", fingerprint: view.finding(id).fingerprint, action });
      view.why.paintState();
      view.list.arrange([id]);
      return true;
    },
    undo() {
      if (view.barred) return view.voice.tell(view.barred, "alert");
      const held = view.current !== null && view.finding(view.current).held_back;
      if (held && ["harmless", "should count"].includes(view.verdict(view.current))) return view.judge("undo");
      if (!view.canUndo()) return view.voice.tell("Nothing was decided here yet; there is nothing to undo.");
      const { fingerprint, chosen, marked } = done.pop() ?? { fingerprint: view.finding(view.current).fingerprint };
      if (marked) return view.unmark(marked.what, marked.key);
      const finding = view.byPrint(fingerprint);
      outgoing.put(chosen ? { type: "together", chosen, action: "undo" } : { type: "decide", fingerprint, action: "undo", reason: "", note: "" });
      if (finding) view.select(finding.id, "keys");
      return true;
    },
    /** What was marked by hand is taken back: a claim or a finding. */
    unmark(what, key_) {
      const at = done.findLastIndex((one) => one.marked?.key === key_);
      if (at >= 0) done.splice(at, 1);
      return view.send({ type: "take back", what, key: key_ });
    },
    answered({ request, ok, ask = [], first = null, marked = null }) {
      const message = outgoing.waiting.get(request);
      outgoing.answered(request);
      if (marked && message) done.push({ marked });
      if (ok) view.saved.textContent = `Saved ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
      else view.refused(message, ask, first);
      view.refresh();
    },
    /** Nothing was stored: what it was about is chosen again, with the people who can, or both decisions side by side. */
    refused(message, ask, first) {
      const finding = ["decide", "together", "verdict"].includes(message?.type) && view.byPrint(message.fingerprint ?? message.chosen?.[0][1]);
      if (finding && message.action !== "undo") {
        const at = done.findLastIndex((one) => one.fingerprint === finding.fingerprint);
        if (at >= 0) done.splice(at, 1);
        if (!view.root.querySelector("dialog[open]")) view.select(finding.id, "keys"); // the refusal is about this one
        if (first) view.why.both(first, message);
        view.why.refused(ask);
      } else if (["claim", "take back"].includes(message?.type) && view.claim === (message.claim || message.key)) view.pane.refused(ask);
      else view.head.refused(ask);
    },
  });
}
