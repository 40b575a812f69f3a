// What the article view knows at a moment: traits, what waits in the outbox, what is chosen and shown.

const SENT = {
  fix: () => ({ state: "fix", words: "Fix asked" }), dismiss: ({ reason }) => ({ state: "dismissed", words: `Dismissed: ${reason}` }),
  accept: ({ until }) => ({ state: "accepted", words: `Accepted until ${day(until)}` }), ask: () => ({ state: "questioned", words: "Second opinion asked" }),
  agree: () => ({ state: "dismissed", words: "Agreed" }), contest: () => ({ state: "contested", words: "Contested" }),
}; // how an unanswered step looks; the others open the finding again
const OPEN = { state: "open", words: "", reopened: "" };
const TO_DECIDE = ["open", "changed"], WAITS = ["second", "accepting", "questioned", "contested"];
const PATIENT = 8000; // ms for an answer to a question

/** The hub that all parts share; `kept` lasts as long as the widget, so that drawing the same article anew loses nothing. */
function articleState(model, root, kept) {
  const article = model.get("article");
  if (kept.name !== article.name) Object.assign(kept, { name: article.name, done: [], off: new Set(), held: false, mode: "all", order: "severity", tab: 0, scroll: 0 });
  const byId = new Map(article.findings.map((finding) => [finding.id, finding])), byPrint = new Map(article.findings.map((finding) => [finding.fingerprint, finding]));
  const claims = new Map(article.claims.map((claim) => [claim.id, claim]));
  const toCount = article.findings.filter((finding) => !finding.held_back);
  const outgoing = (kept.outbox ||= outbox(model, () => {})), asked = new Map();
  const view = {
    article, root, kept, outgoing, toCount, claims, panelId: `wb-why-${(made += 1)}`, current: null, claim: null, voice: voice(), barred: barred(model),
    get mode() { return kept.mode; }, set mode(mode) { kept.mode = mode; },
    get held() { return kept.held; }, set held(on) { kept.held = on; },
    get order() { return kept.order; }, set order(order) { kept.order = order; },
    off: kept.off, done: kept.done,
    finding: (id) => byId.get(id), byPrint: (fingerprint) => byPrint.get(fingerprint),
    total: (finding) => (finding.held_back ? article.findings.length : toCount.length),
    state(id) {
      const { fingerprint } = byId.get(id), sent = outgoing.about(fingerprint);
      if (sent) return SENT[sent.action] ? { state: "waits", words: `${SENT[sent.action](sent).words} · not saved yet`, reopened: "" } : OPEN;
      return (model.get("states") || {})[fingerprint] || OPEN;
    },
    /** The state as it was last told, for a step that is to hold only while it is so; "" where one of ours is on its way. */
    seen: (id) => (outgoing.about(byId.get(id).fingerprint) ? "" : ((model.get("states") || {})[byId.get(id).fingerprint] || OPEN).state),
    desk: () => model.get("desk") || {},
    /** Whether this role decides; who may only read sees every step, and at each of them why it is closed. */
    decides: () => Boolean(view.barred) || view.desk().decides !== false,
    /** Whether what decides is offered where it stands alone, outside of the steps. */
    acts: () => !view.barred && view.decides(),
    said: () => model.get("status")?.text || "",
    isOpen: (id) => TO_DECIDE.includes(view.state(id).state) || Boolean(view.why?.toAnswer(byId.get(id))),
    canDecide: (id) => view.why.offered(byId.get(id)).length > 0,
    waits: (id) => WAITS.includes(view.state(id).state),
    inList: (id) => (byId.get(id).held_back ? kept.held : !kept.off.has(key(byId.get(id).severity))),
    visible: (id) => (kept.mode === "none" ? false : kept.mode === "one" && view.current !== null ? id === view.current : view.inList(id)),
    words: (id) => view.text?.words(id) || byId.get(id).text,
    others: (id) => view.text.others(id),
    /** What was said of a held-back match that is put up; "" where nobody is asked about it. */
    verdict(id) {
      const { fingerprint } = byId.get(id), sent = outgoing.verdict(fingerprint);
      return sent ? { harmless: "harmless", counts: "should count", undo: "held back" }[sent] : (view.desk().matches || {})[fingerprint] || "";
    },
    /** Names of others who have this finding before them now. */
    peers: (id) => (view.desk().others || []).filter((one) => one.fingerprint === byId.get(id).fingerprint).map((one) => one.by_name),
    claimState: (id) => ({ state: "unsubstantiated", ...(view.desk().claims || {})[id] }),
    fixes: () => (view.desk().fixes || 0) + [...outgoing.waiting.values()].filter((message) => message.type === "decide" && message.action === "fix").length,
    narrow: () => root.clientWidth <= 900,
    sheet(name) { root.dataset.sheet = name; },
    showBlock: (index) => view.text.revealBlock(index),
    idle: (body) => body.append(notice("No check fired.", silence(article))),
    /** Any step but a decision; it waits in the outbox like one. */
    send(message) {
      if (view.barred) return view.voice.tell(view.barred, "alert");
      outgoing.put(message);
      return true;
    },
    /** Looks something up in the kernel; always answers, with { error } where nothing can be told. */
    ask(what, key_) {
      return new Promise((tell) => {
        const name = `${what} ${key_}`, quiet = setTimeout(() => view.given({ what, key: key_, value: { error: "No answer. Nothing was changed. Try again." } }), PATIENT);
        asked.set(name, [...(asked.get(name) || []), (value) => { clearTimeout(quiet); tell(value); }]);
        try {
          model.send({ type: "ask", what, key: key_ });
        } catch { /* the patience ends it */ }
      });
    },
    given({ what, key: key_, value }) {
      const waiting = asked.get(`${what} ${key_}`) || [];
      asked.delete(`${what} ${key_}`);
      waiting.forEach((tell) => tell(value));
    },
  };
  return view;
}

const silence = (article) => `${counted(article.claims.length, "claim was", "claims were")} read, ${article.unknowns} could not be checked; nobody has confirmed that the sources say so.`;
