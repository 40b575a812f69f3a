// Pages: what is on the site, the back catalogue, complaints and dossiers. Four parts under one head, one at a time.

const PARTS_OF_PAGES = [["On the site", livePart], ["Back catalogue", wavesPart], ["Complaints", complaintsPart], ["Dossier", dossierPart]];
const PAGES_LOOK = 20_000, PAGES_IDLE = 600_000; // ms between looks at what others did, and without a key until there are none
const PAGES_KEYS = [
  [["1", "–", "4"], "on the site, back catalogue, complaints, dossier"], [["J", "K"], "next, previous (arrows too)"], [["Enter"], "the next step, or the details"], [["/"], "find"],
  [["H"], "on the site: hold"], [["B"], "put back (two people)"], [["N"], "safety notice; complaints: new one"], [["A"], "agree as the second person"], [["O"], "keep on hold, or refuse the notice"], [["U"], "take your own step back"],
  [["R"], "what becomes of an inherited page"], [["L"], "back catalogue: work out the plan"], [["E"], "bring the wave in; dossier: make it"], [["C"], "complaint about this page; complaints: correct"], [["F"], "complaints: find the claim"], [["X"], "complaints: reject"],
  [["D"], "dossier of this page or complaint"], [["S"], "dossier: download"], [["P"], "print this part"], [["F6"], "next part of the screen"], [["Esc"], "clear what you look for, back to the list; twice, back to the notebook"], [["?"], "this list"],
];

function renderPages({ model, el }, kept) {
  return live({ model, el }, {
    name: "pages", label: "Pages on the site", trait: "pages", draw: (root) => drawPages(model, root, kept),
    heard: { "msg:custom": (view, message) => view.message(message) },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawPages(model, root, kept) {
  const given = model.get("pages") || {}, ready = Boolean(given.rows);
  const found = voice(), keys = keysDialog(PAGES_KEYS), told = follow(model, found), box = stepDialog();
  const outgoing = (kept.outbox ||= outbox(model, () => {})), choice = (kept.choice ||= { tab: 0 });
  const data = pagesData(given), held = root.contains(document.activeElement);
  const view = {
    data, choice, box, tell: (text, kind) => found.tell(text, kind), barred: () => barred(model), put: (message) => outgoing.put(message), go,
    ask(message) { try { model.send(message); } catch { found.tell("Connection lost. Nothing was changed. Load the page again.", "alert"); } },
  };
  let busy = Date.now(), looked = Date.now(), loading = null, put = null;
  const lost = make("p", { class: "lost", role: "alert", hidden: true });
  const parts = ready ? PARTS_OF_PAGES.map(([, part]) => part(view)) : [];
  const tabs = PARTS_OF_PAGES.map(([name], at) => make("button", { type: "button", role: "tab", class: "tab", id: `wb-pages-tab-${at}`, "aria-keyshortcuts": String(at + 1), onclick: () => go(at) }, name, make("b", {})));
  const tablist = make("div", { class: "tabs", role: "tablist", "aria-label": "Parts of this screen" }, tabs);
  const panel = make("div", { class: "panel-of" });
  const hints = make("div");
  const page = make("div", { class: "frame pages-view" },
    topBar({ place: "Live pages", openKeys: keys.open, right: ready ? whoAndWhen(given) : [] }),
    make("div", { class: "under" }, make("div", { class: "strip" }, tablist, button("Print", () => print(), { keyName: "P", className: "quiet small printer" })), make("div", { class: "told" }, ...found.nodes, barred(model) ? say("p", "barred", barred(model)) : null, lost), panel),
    hints, keys.dialog, box.dialog);
  root.replaceChildren(page);
  outgoing.attach(() => {
    const count = outgoing.waiting.size, words = outgoing.lost ? `Connection lost. ${counted(count, "step")} ${count === 1 ? "waits" : "wait"} here and will be sent.` : "";
    if (lost.textContent !== words) lost.textContent = words;
    lost.hidden = !words;
  });

  const part = () => parts[choice.tab];
  const letter = (name) => [name, (event) => part()?.keys[name]?.(event) ?? (part()?.keys[name] ? true : false)];
  const step = (by) => () => { const one = part(); return one?.step ? one.step(by) : one?.list?.step(by) ?? false; };
  const stop = listen(root, {
    J: step(1), ArrowDown: step(1), K: step(-1), ArrowUp: step(-1), PageDown: step(10), PageUp: step(-10), Home: step(-Infinity), End: step(Infinity),
    ...Object.fromEntries([..."ABCDEFHLNORSUX", "/", "Enter"].map(letter)), ...Object.fromEntries(tabs.map((_, at) => [at + 1, () => go(at)])),
    P: print, "?": keys.open, Escape: escape, F6: cycle(root, regions), "Shift+F6": cycle(root, regions),
  }, () => remembered.keys);
  const awake = () => { busy = Date.now(); };
  for (const event of ["keydown", "pointerdown"]) root.addEventListener(event, awake);
  const looking = setInterval(look, PAGES_LOOK);
  let folded = () => {};
  const before = () => { folded = openedForPrint(root); part()?.list?.print(true); }, after = () => { folded(); folded = () => {}; part()?.list?.print(false); };
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  tablist.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !ready) return;
    event.preventDefault();
    event.stopPropagation();
    go((choice.tab + by + tabs.length) % tabs.length, null, true);
  });
  if (ready) show();
  else wait();
  if (!held) welcome(root, () => (ready ? (part().focus(), document.activeElement) : root.querySelector(".notice .btn")));
  else if (ready) part().focus();

  function show() {
    tabs.forEach((tab, at) => {
      const on = at === choice.tab;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      tab.lastChild.textContent = parts[at].count();
    });
    const one = part();
    one.el.setAttribute("aria-labelledby", `wb-pages-tab-${choice.tab}`);
    if (panel.firstChild !== one.el) panel.replaceChildren(one.el);
    hints.replaceChildren(footer([...one.hints, [["1", "–", "4"], "parts"], [["?"], "keys"]], given.line || ""));
  }

  /** Shows a part; `more` names the page or complaint that it is about. */
  function go(at, more = null, onTab = false) {
    if (!ready) return false;
    choice.tab = at;
    show();
    if (onTab) tabs[at].focus();
    else part().focus();
    if (more && at === 2) parts[2].receive(more);
    if (more && at === 3) parts[3].take(more);
    return true;
  }

  function regions() {
    return [page.querySelector(".top"), tablist, ...(ready ? part().regions() : [panel])];
  }

  function escape() {
    if (ready) part().escape();
    if (!root.classList.contains("wb-page") && document.activeElement === root) document.activeElement.blur();
    return true;
  }

  function print() {
    if (!ready) return false;
    window.print();
    return true;
  }

  function look() {
    if (!ready || document.hidden || outgoing.waiting.size || Date.now() - busy > PAGES_IDLE || Date.now() - looked < PAGES_LOOK / 2) return;
    looked = Date.now();
    const name = parts[0].chosen();
    view.ask({ type: "look", ...(name ? { name } : {}) });
  }

  function refresh() {
    found.tell("Reading the pages…");
    view.ask({ type: "refresh" });
  }

  function wait() {
    if (given.error) return panel.replaceChildren(notice(given.error, "", { details: given.details, alarm: true, actions: [button("Try again", refresh, { className: "primary" })] }));
    loading = skeleton(8, "pagesghost");
    return panel.replaceChildren(make("h1", { class: "waits" }, "Reading the pages…"), loading.box);
  }

  /** What changed, in the part that is open and in the numbers of the others; focus and choices stay. */
  function take(changes) {
    if (!changes.rows && !changes.page) return;
    const held = root.contains(document.activeElement);
    if (changes.rows) {
      data.take(changes);
      parts.forEach((one) => one.changed());
    }
    if (changes.page) parts[0].page(changes.page);
    show();
    if (held && !root.contains(document.activeElement)) part().focus(); // what was taken away must not take the keys along
  }

  const heard = {
    changes: take,
    show: ({ page: one }) => parts[0].page(one),
    plan: (answer) => parts[1].planned(answer),
    search: (answer) => parts[2].searched(answer),
    dossier: (answer) => parts[3].made(answer),
    failed: ({ of }) => { if (of === "plan") parts[1].failed(); if (of === "dossier") parts[3].failed(); if (of === "search") parts[2].failed(); },
    answered(answer) {
      put = outgoing.waiting.get(answer.request) || null;
      outgoing.answered(answer.request);
      take(answer);
      if (answer.plan) parts[1].planned(answer.plan);
      if (answer.entered) parts[1].entered(answer.entered);
      if (answer.ok && put?.type === "receive") parts[2].choose(put.key);
    },
  };

  return {
    heard: told,
    message(message) { if (ready) heard[message?.type]?.(message); },
    close() {
      clearInterval(looking);
      loading?.stop();
      for (const event of ["keydown", "pointerdown"]) root.removeEventListener(event, awake);
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
      parts.forEach((one) => one.close());
      stop();
    },
  };
}

export default () => {
  const kept = {};
  return { render: (given) => renderPages(given, kept) };
};
