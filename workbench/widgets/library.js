// The place of claims: Library, Consistency, Sources on one screen; the claim tables are another widget of the page.

function renderPlace({ model, el }, kept) {
  const fresh = (trait) => (view) => view.fresh(trait);
  return live({ model, el }, {
    name: "library", label: "Claims", trait: "place", draw: (root) => drawPlace(model, root, kept),
    heard: {
      "change:library": fresh("library"), "change:counts": fresh("counts"), "change:facts": fresh("facts"), "change:sources": fresh("sources"),
      "msg:custom": (view, message) => view.message(message || {}),
    },
    ended: () => kept.outbox?.attach(() => {}),
  });
}

function drawPlace(model, root, kept) {
  const outgoing = (kept.outbox ||= outbox(model, () => {})), place = model.get("place") || {};
  const found = voice(), keys = keysDialog(PLACE_KEYS), told = follow(model, found), box = stepDialog(), lost = make("p", { class: "lost", role: "alert", hidden: true });
  const details = new Map(), stale = new Set(), asked = new Map(), after = (kept.after ||= new Map()); // answers by question; what follows an answer
  const picker = claimPicker((words, n) => model.send({ type: "seek", words, n }));
  kept.drafts ||= new Map();
  const served = document.body.dataset.voila !== undefined, wanted = served && kept.tab === undefined ? hashOf() : {};
  kept.tab = ["library", "consistency", "sources"].includes(place.tab) ? place.tab : wanted.tab && wanted.tab !== "tables" ? wanted.tab : kept.tab || "library";

  const screen = {
    kept, box, drafts: kept.drafts, barred: barred(model), place: () => place, get: (trait) => model.get(trait) || {}, tell: found.tell, detail, question, put, enter,
    pick: (words, next) => picker.open(words.slice(0, 200), next), approve,
    /** Says why this person may only read; true = nothing can be done here. */
    shut() {
      if (screen.barred) found.tell(screen.barred, "alert");
      return Boolean(screen.barred);
    },
  };
  const views = { library: libraryTab(screen), consistency: factsTab(screen), sources: sourcesTab(screen) };
  const title = make("h1"), lead = make("p"), tools = make("div", { class: "tools" }), changed = make("div", { class: "changes" }), main = make("div", { class: "main", role: "tabpanel" }), hints = make("div", { class: "foot" });
  const tabs = claimTabs(kept.tab, go, { tables: place.tables ?? null }), waits = skeleton(8, "arts");
  const page = make("div", { class: "frame place-view" },
    topBar({ place: "Claims", openKeys: keys.open, right: place.as_of ? [button("Read again", again, { className: "quiet small", title: "Read library, facts and sources again, with what others did" }), ...whoAndWhen(place)] : [] }),
    make("div", { class: "under" },
      make("section", { class: "qh", "aria-label": "Claims", tabindex: -1 }, tabs.el, make("div", { class: "headline" }, make("div", { class: "grow" }, title, lead), tools)),
      make("div", { class: "told" }, changed, screen.barred ? say("p", "barred", screen.barred) : null, ...found.nodes, lost), main),
    hints, keys.dialog, box.dialog, picker.dialog);
  root.replaceChildren(page);
  outgoing.attach(() => {
    if (lost.textContent !== outgoing.trouble) lost.textContent = outgoing.trouble;
    lost.hidden = !outgoing.trouble;
  });
  const letter = (name) => () => view().pane.press(name) || void found.tell(view().pane.has(document.activeElement) ? `${name} means nothing here.` : "Go to what stands under the row first (Enter), then choose one.");
  const stop = listen(root, {
    J: () => step(1), ArrowDown: arrows(1), K: () => step(-1), ArrowUp: arrows(-1), Home: () => step(-Infinity), End: () => step(Infinity), Enter: () => (view().list.has(document.activeElement) ? enter() : false),
    "/": () => view().find.focus(), "?": keys.open, ...tabKeys(go), U: undo, N: () => (view().pane.entry && view().pane.press("N")) || views.library.keys.N(), ...Object.fromEntries(["O", "L", "E", "X", "C", "R", "S"].map((name) => [name, letter(name)])),
    Escape: escape, F6: cycle(root, regions), "Shift+F6": cycle(root, regions),
  }, () => remembered.keys);

  const view = () => views[kept.tab];
  const wait = () => main.replaceChildren(waits.box);
  if (place.as_of || screen.get("library").error) draw();
  else wait();
  if (wanted.tab === "tables") model.send({ type: "go", tab: "tables", name: wanted.key });
  welcome(root, () => main.querySelector("[role=row][tabindex='0']") || main.querySelector(".notice .btn") || tabs.el.querySelector("[tabindex='0']"));

  function draw() {
    const one = view(), trait = { library: "library", consistency: "facts", sources: "sources" }[one.name], data = screen.get(trait);
    tabs.choose(one.name);
    main.dataset.tab = one.name;
    main.setAttribute("aria-label", CLAIM_TABS.find(([name]) => name === one.name)[1]);
    tools.replaceChildren(...(data.error ? [] : one.tools().filter(Boolean)));
    hints.replaceChildren(footer(PLACE_HINTS[one.name], place.line || ""));
    if (data.error) main.replaceChildren(notice(data.error, "", { details: data.details, alarm: true, actions: [button("Try again", again)] }));
    else if (!Object.keys(data).length) wait();
    else {
      main.replaceChildren(one.list.el, one.pane.el);
      one.fresh(trait);
      if (wanted.key && wanted.tab === one.name) {
        one.select(one.name === "consistency" ? `fact ${wanted.key}` : wanted.key, false);
        wanted.key = "";
      }
    }
    heads();
  }

  function heads() {
    const [words, more] = view().heading();
    title.textContent = words;
    lead.textContent = more;
    const { conflicts, facts } = screen.get("facts");
    const expired = kept.tab === "library" ? (facts || []).filter((one) => one.expired) : [];
    changed.replaceChildren(...expired.slice(0, 3).map((one) => make("p", {}, sev("warning", "Change of fact"), say("span", "", ` ${one.key} touches ${counted(one.expired, "use")} `), button("Review together", () => review(one.key), { className: "small" }))));
    tabs.count("library", screen.get("library").rows?.length);
    tabs.count("consistency", facts && conflicts ? conflicts.filter((one) => !one.kept).length : null);
    tabs.count("sources", screen.get("sources").rows?.length);
  }

  function go(tab) {
    if (tab === "tables") return model.send({ type: "go", tab, name: "" });
    if (tab === kept.tab && main.dataset.tab === tab) return undefined;
    kept.tab = tab;
    if (served) history.replaceState(null, "", `#${tab}`);
    found.tell("");
    draw();
    if (root.contains(document.activeElement) || document.activeElement === document.body) view().list.focus();
    return true;
  }

  function review(name) {
    go("consistency");
    views.consistency.select(`fact ${name}`, true);
    question("fact", name, "", () => views.consistency.pane.press("R"));
  }

  function detail(of, name, article = "") {
    const id = `${of} ${article} ${name}`;
    if ((!details.has(id) || stale.has(id)) && !asked.has(id)) question(of, name, article);
    return details.get(id) || null; // what was known stands until the answer is there, so that nothing jumps
  }

  function old() {
    for (const id of details.keys()) stale.add(id);
  }

  function question(of, name, article = "", next = null) {
    asked.set(`${of} ${article} ${name}`, next);
    model.send({ type: "look", of, key: name, article });
  }

  function approve(claim) {
    approveDialog(box, { claim, place, drafts: kept.drafts, done: (given, settled) => put({ type: "approve", article: claim.article, claim: claim.claim, ...given }, settled) });
  }

  function put(step, settled = () => {}) {
    if (screen.shut()) return;
    found.tell("Saving…");
    outgoing.put(step);
    after.set([...outgoing.waiting.keys()].at(-1), settled);
  }

  function message(one) {
    if (one.type === "found") return picker.found(one.n, one.claims || []);
    if (one.type === "answered") return answered(one);
    if (one.type !== "detail") return undefined;
    const id = `${one.of} ${one.article} ${one.key}`, next = asked.get(id);
    asked.delete(id);
    stale.delete(id);
    details.set(id, one);
    view().paint();
    return next?.(one);
  }

  function answered({ request, ok }) {
    outgoing.answered(request);
    const settled = after.get(request);
    after.delete(request);
    old();
    if (ok) settled?.();
    if (ok) view().settled?.();
    view().paint();
  }

  function fresh(trait) {
    if (!place.as_of && !screen.get(trait).error) return;
    const mine = { library: "library", counts: "library", facts: "consistency", sources: "sources" }[trait];
    if (mine === kept.tab) {
      old();
      if (!view().list.el.isConnected || screen.get(trait).error) draw();
      else view().fresh(trait);
    }
    heads();
  }

  function again() {
    found.tell("Reading…");
    model.send({ type: "again" });
  }

  function enter() {
    if (!view().list.row()) return false;
    view().pane.focus();
    return true;
  }

  function step(by) {
    const one = view();
    if (one.pane.has(document.activeElement)) return one.pane.step(by);
    const next = one.list.step(by);
    if (next !== null) one.select(next, true);
    return next !== null;
  }

  function arrows(by) {
    return (event) => (event.target.closest?.(".qh, .top, .touched") ? false : step(by));
  }

  function undo() {
    if (!screen.shut()) put({ type: "undo" });
  }

  function escape() {
    const one = view(), cleared = one.cleared();
    if (cleared) return true;
    if (!one.list.has(document.activeElement)) return one.list.focus();
    if (!root.classList.contains("wb-page")) document.activeElement?.blur();
    return true;
  }

  function regions() {
    return [page.querySelector(".top"), page.querySelector(".qh"), view().list.grid, view().pane.el];
  }

  return {
    fresh, message, heard: told,
    close() {
      waits.stop();
      stop();
    },
  };
}

/** “#sources=doi:10.…” → { tab, key }; anything else says nothing. */
function hashOf() {
  const [name, ...rest] = location.hash.slice(1).split("=");
  if (!CLAIM_TABS.some(([tab]) => tab === name) && name !== "fact") return {};
  let words = rest.join("=");
  try {
    words = decodeURIComponent(words);
  } catch { /* not one of our addresses; as it is written */ }
  return { tab: name === "fact" ? "consistency" : name, key: words.slice(0, 500) };
}

export default () => {
  const kept = {};
  return { render: (given) => renderPlace(given, kept) };
};
