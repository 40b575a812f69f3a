// The keys of the article view, and the words in which the list of keys tells them.

const KEYS = [
  [["J", "K"], "next, previous finding (arrows too)"], [["Shift J"], "next finding to decide"], [["F"], "ask for a fix"],
  [["D"], "dismiss: then 1 to 6 for the reason"], [["A"], "accept the risk until a day"], [["S"], "ask for a second opinion"],
  [["Y", "N"], "agree with what another person proposed, or overrule it; N also withdraws a request. Of a held-back match: harmless, or a problem"],
  [["M"], "message to the writer about this finding"], [["R"], "ask for changes: sends all requests"], [["U"], "undo the last decision, or the words that you marked"],
  [["O"], "only this finding in the text"], [["T"], "to the text; then N and P from tag to tag"],
  [["E"], "in the text: mark words; arrows move, Shift extends, Enter adds a finding or a claim"],
  [["C"], "to the claims; Enter shows one"], [["[", "]"], "previous, next section of the text"], [["W"], "to the explanation"],
  [["Enter"], "from the list to the explanation"], [["F6"], "next part of the screen"], [["Esc"], "back"], [["?"], "this list"],
];
const READING = [[["J", "K"], "next, previous"], [["O"], "only this one"], [["T"], "to the text"], [["?"], "keys"]]; // for who decides nothing here
const HINTS = [[["J", "K"], "next, previous"], [["F"], "ask for fix"], [["D"], "dismiss"], [["A"], "accept"], [["S"], "second opinion"], [["U"], "undo"]];

function articleKeys(view, { keys, back, page }) {
  const { text, list, why, head, dock, pane } = view;
  const move = (by) => (event) => (event.target.closest?.(".body, .text, .dock") && event.key.startsWith("Arrow") ? false : view.step(by));
  const tag = (by) => () => (text.el.contains(document.activeElement) ? text.focusTag(by) : false);
  // While a claim stands there, keys that decide about a finding would decide about one that nobody sees.
  const about = (step) => (event) => (view.claim === null ? step(event) : view.voice.tell("A claim is open here. Esc goes back to the finding."));
  const held = () => view.current !== null && view.finding(view.current).held_back;
  const no = () => {
    if (held()) return view.judge("counts");
    return why.offered(view.finding(view.current)).includes("overrule") ? why.take("overrule") : why.take("withdraw");
  };
  const toWhy = () => { view.sheet("why"); (view.claim === null ? why : pane).body.focus({ preventScroll: true }); };
  const regions = () => [page.querySelector(".top"), page.querySelector(".bar"), list.el, page.querySelector(".left"), ...(view.claim === null ? [why.el, why.decide] : [pane.el, pane.decide]), dock.el];
  return {
    J: move(1), ArrowDown: move(1), K: move(-1), ArrowUp: move(-1), "Shift+J": () => { const next = view.nextOpen(view.current ?? 0); if (next !== null) view.select(next, "keys"); },
    F: about(() => why.take("fix")), D: about(() => why.take("dismiss")), A: about(() => why.take("accept")), S: about(() => why.take("ask")),
    U: () => view.undo(), Y: about(() => (held() ? view.judge("harmless") : why.take("agree"))), M: about(() => why.write()), R: () => head.changes(),
    N: (event) => (tag(1)(event) === false ? about(no)(event) : true), P: tag(-1),
    C: () => { view.sheet("claims"); dock.focusClaims(); }, E: () => view.marking.begin(),
    "[": () => view.section(-1), "]": () => view.section(1), O: () => view.setMode(view.mode === "one" ? "all" : "one"), T: () => text.focusTag(),
    W: toWhy, Enter: toWhy, "?": keys.open,
    Escape: () => (view.marking.on() ? view.marking.end() : view.claim === null ? back() : view.closeClaim()),
    F6: cycle(view.root, regions), "Shift+F6": cycle(view.root, regions),
    Home: (event) => (list.has(event.target) ? view.step(-Infinity) : false), End: (event) => (list.has(event.target) ? view.step(Infinity) : false),
  };
}
