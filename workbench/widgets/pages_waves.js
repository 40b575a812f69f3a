// The back catalogue: how much there is, the four waves in which it comes into review, and what the samples showed.

const WAVES = [
  ["harm", "Harm now", "Every page with a finding that could hurt a reader, by checks that were right at least 95 % of the time: dose, false approval, abrupt stop, clinic-only product at home, retraction.", "All such pages; a number takes the first so many."],
  ["reach", "Risk × page views", "The pages whose risk times their views is largest. It needs a table of views: CSV with the columns article (or address) and views, as the site's statistics export it.", "Pages, most read and most at risk first. Usually 100."],
  ["sample", "Random sample", "So many pages of each section, drawn by chance. What people find in them gives a bound for all the others, in words.", "Pages of each section. Usually 60."],
  ["rest", "The rest, by date", "Every page that is left gets a day on which it comes into review, unless it is edited before: keep, until somebody says merge or retire.", "Pages a week, the most at risk first. Usually 25."],
];
const CATALOGUE_VIEWS = [...WAVES.map(([name, words]) => [name, words]), ["samples", "What the samples showed"], ["days", "Pages that have a day"]];

/** `view` as for `livePart`. */
function wavesPart(view) {
  const { data, choice } = view;
  choice.waves ||= { view: "harm", plans: {}, sizes: {}, seeds: {}, file: null, waiting: "", line: null };
  const mine = choice.waves;
  const title = make("h1"), lead = make("p"), head = make("div", { class: "plan" }), history = make("div", { class: "entered" });
  const menu = make("select", { class: "btn only-narrow", "aria-label": "Wave", onchange: () => only(menu.value) }, CATALOGUE_VIEWS.map(([name, words]) => make("option", { value: name }, words)));
  const buttons = CATALOGUE_VIEWS.map(([name, words], at) => make("button", { type: "button", onclick: () => only(name), "data-wave": name }, at < 4 ? make("span", { class: "letter", "aria-hidden": "true" }, "abcd"[at]) : make("span", { class: "letter" }), words));
  const side = make("nav", { class: "views", "aria-label": "Waves" }, make("h2", {}, "Waves"), make("ul", {}, buttons.slice(0, 4).map((one) => make("li", {}, one))), make("h2", {}, "Results"), make("ul", {}, buttons.slice(4).map((one) => make("li", {}, one))), history);
  const lines = pagesList({
    label: "Pages of the plan", kind: "line", id: (line) => line[0], heads: [["Risk"], ["Page"], ["Why it comes"]], chosen(line) { mine.line = line?.[0] ?? null; }, empty: () => make("span"),
    said: (line) => `${line[1] || line[0]}, risk ${line[2]}. ${line[3]}.`,
    cells: (line) => [make("b", {}, String(line[2])), [say("b", "clip", line[1] || line[0], { title: line[1] || line[0] }), say("small", "clip mono", line[0])], say("span", "two-lines", line[3], { title: line[3] })],
  });
  const samples = pagesList({
    label: "Results of the random samples", kind: "sample", id: (one) => `${one.wave} ${one.section}`, heads: [["Section"], ["What follows, with 95 % confidence"], ["Looked at"], ["Drawn"]], chosen() {},
    empty: () => notice("No sample was drawn yet.", "A random sample tells how many pages of a section can at most be harmful. Plan one under “Random sample”.", { actions: [button("Plan a sample", () => { only("sample"); toForm(); })] }),
    said: (one) => `${one.told}${one.harmful.length ? ` Harmful: ${one.harmful.join(", ")}.` : ""}`,
    cells: (one) => [[say("b", "clip", one.section || "no section", { title: one.section }), say("small", "clip", `${day(one.on)} · seed ${one.seed}`)], [say("span", "two-lines", bound(one)), one.harmful.length ? say("small", "clip", `harmful: ${one.harmful.map(data.title).join(", ")}`, { title: one.harmful.join(", ") }) : null], `${one.looked} of ${one.drawn}`, make("span", {}, `${one.drawn} of ${one.pages.toLocaleString("en")}`)],
  });
  const days = pagesList({
    label: "Inherited pages that have a day", kind: "dated", id: (one) => one.name, heads: [["In review by"], ["Page"], ["Becomes"]], open: () => settle(), chosen() {},
    empty: () => notice("No page has a day yet.", "Plan “The rest, by date”: every page that is left gets one.", { actions: [button("Plan the rest", () => { only("rest"); toForm(); })] }),
    said: (one) => `${one.title || one.name}. ${one.what}${one.into ? ` into ${data.title(one.into)}` : ""}, in review by ${day(one.day)}.`,
    cells: (one) => [[make("b", {}, day(one.day)), make("small", {}, ahead(daysUntil(one.day, data.as_of)))], [say("b", "clip", one.title || one.name, { title: one.title }), say("small", "clip mono", one.name)], [say("span", "clip", one.what), one.into ? say("small", "clip", `into ${data.title(one.into)}`) : null]],
  });
  const lists = { samples, days };
  const el = make("section", { class: "main waves", role: "tabpanel", "aria-label": "Back catalogue" }, side,
    make("section", { class: "queue", "aria-label": "Back catalogue", tabindex: -1 }, make("div", { class: "qh" }, make("div", { class: "grow" }, title, lead), menu), head, lines.el, samples.el, days.el));
  const form = wavesForm(view, { mine, plan, enter, head, paint });

  const list = () => lists[mine.view] || lines;
  const bound = (one) => one.told.replace(`${one.section}: `, "");

  function paint() {
    const { count = 0, pace = "" } = data.catalogue;
    title.textContent = count ? `${count.toLocaleString("en")} inherited ${count === 1 ? "page is" : "pages are"} not in the queue` : "No inherited page waits";
    lead.textContent = count ? pace : "Pages that were on the site before us come in with: workbench queue import FOLDER. They are never green, and in nobody's queue, until a wave, an edit or their day brings them in.";
    for (const one of buttons) {
      if (one.dataset.wave === mine.view) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
    }
    menu.value = mine.view;
    const wave = WAVES.find(([name]) => name === mine.view), found = mine.plans[mine.view];
    head.hidden = !wave;
    if (wave) form.paint(wave, found);
    else form.clear();
    lines.el.hidden = !wave || !found?.lines.length;
    samples.el.hidden = mine.view !== "samples";
    days.el.hidden = mine.view !== "days";
    lines.show(wave && found ? found.lines : [], mine.line);
    if (mine.view === "samples") samples.show(data.catalogue.samples || []);
    if (mine.view === "days") days.show(dated());
    history.replaceChildren(...entered());
  }

  /** A page that came into review since, or is held, waits for its day no more. */
  const dated = () => data.rest.filter((one) => { const row = data.byName.get(one.name); return row && row.live === "inherited" && !row.work; });

  function entered() {
    const found = data.catalogue.waves || [];
    if (!found.length) return [];
    return [make("h2", {}, "Brought in so far"), make("ul", {}, found.slice(0, 8).map((one) => make("li", {}, make("b", {}, (WAVES.find(([name]) => name === one.wave) || ["", one.wave])[1]), make("small", {}, counted(one.pages, "page"), ", about ", counted(one.decisions, "decision")), say("small", "", `${day(one.on)}, ${one.by} · ${one.code}`))))];
  }

  function only(name) {
    mine.view = name;
    paint();
    if (!list().el.hidden && list().size) list().focus();
    else anchor().focus({ preventScroll: true });
  }

  function step(by) {
    if (!list().el.hidden && list().size && !side.contains(document.activeElement)) return list().step(by);
    const at = CATALOGUE_VIEWS.findIndex(([name]) => name === mine.view), next = Math.min(CATALOGUE_VIEWS.length - 1, Math.max(0, at + by));
    mine.view = CATALOGUE_VIEWS[next][0];
    paint();
    anchor().focus({ preventScroll: true });
    return true;
  }

  async function plan() {
    const wave = WAVES.find(([name]) => name === mine.view);
    if (!wave) return false;
    const asked = await form.wish();
    if (!asked) return true;
    mine.waiting = mine.view;
    delete mine.plans[mine.view];
    paint();
    return view.ask({ type: "plan", wave: mine.view, ...asked });
  }

  function enter() {
    const found = mine.plans[mine.view];
    if (!found) return view.tell("Work the plan out first; nothing comes in unseen.");
    if (!found.lines.length) return view.tell("No page is in this wave now.");
    if (view.barred()) return view.tell(view.barred(), "alert");
    if (!data.decides()) return view.tell(refusal(data, { why: `Only an editor or a medical reviewer can do this; you are here as ${data.me.role}.`, roles: DECIDE_ROLES }), "alert");
    const rest = found.wave === "rest", n = counted(found.lines.length, "page");
    return view.box.open({
      title: rest ? `Give ${n} their days?` : `Bring ${n} into review?`, verb: rest ? `Give ${n} their days` : `Bring ${n} in`,
      lines: [`${found.cost} ${found.pace}`, make("p", {}, "Exactly the list that you see: code ", make("b", { class: "mono" }, found.code), "."), "If the list has changed meanwhile, nothing is brought in and you see the new one."],
      done: () => view.put({ type: "enter", code: found.code }),
    });
  }

  function settle() {
    const one = mine.view === "days" ? days.row : null;
    if (!one) return view.tell("Choose a page under “Pages that have a day”, or an inherited page under “On the site”.");
    return restDialog(view, one);
  }

  /** Where the keys rest while no list does: the wave's name, or on a narrow screen the button that a select would not let pass. */
  const anchor = () => (side.getClientRects().length ? buttons.find((one) => one.dataset.wave === mine.view) : form.go.getClientRects().length ? form.go : el.querySelector(".notice .btn") || menu);
  const toForm = () => head.querySelector("input, .btn")?.focus();

  paint();
  return {
    el, keys: { E: enter, L: plan, R: settle, Enter: () => (mine.view === "days" ? settle() : mine.plans[mine.view]?.lines.length ? enter() : plan()), "/": toForm },
    get list() { return list(); },
    count: () => (data.catalogue.count || 0).toLocaleString("en"), step,
    hints: [[["J", "K"], "next, previous"], [["L"], "work out the plan"], [["E"], "bring it in"], [["R"], "what becomes of a page"]],
    regions: () => [side, el.querySelector(".qh"), head, list().scroll],
    focus: () => (!list().el.hidden && list().size ? list().focus() : anchor().focus({ preventScroll: true })),
    escape() { anchor().focus({ preventScroll: true }); },
    changed: paint,
    planned(found) {
      mine.waiting = "";
      mine.plans[found.wave] = found;
      paint();
      if (mine.view === found.wave) head.querySelector(".cost")?.focus({ preventScroll: true });
    },
    failed() { mine.waiting = ""; paint(); },
    entered(code) {
      for (const [name, found] of Object.entries(mine.plans)) if (found.code === code) delete mine.plans[name];
      mine.plans = {}; // what came in is in no other plan any more
      paint();
    },
    close() { for (const one of [lines, samples, days]) one.close(); },
  };
}

/** Keep, merge or retire a page of the rest, and when it comes into review. */
function restDialog(view, one) {
  const { data } = view;
  if (view.barred()) return view.tell(view.barred(), "alert");
  const into = pageField("into", "Merge into", () => data.rows, { value: one.into || "", lack: "", but: one.name });
  const what = choiceField("what", "What becomes of it", [["keep", "Keep it"], ["merge", "Merge it into another page"], ["retire", "Retire it"]], {
    chosen: ["keep", "merge", "retire"].indexOf(one.what), needed: "Choose what becomes of it.",
    later(value) { into.el.hidden = value !== "merge"; return true; },
  });
  into.el.hidden = one.what !== "merge";
  into.lacks = () => (what.value() === "merge" && !into.value() ? "Choose the page that takes it up." : "");
  const focusInto = into.focus;
  const when = dayField("day", "In review by", { first: daysAfter(data.as_of, 1), value: one.day > data.as_of ? one.day : daysAfter(data.as_of, 90) });
  const lacks = when.lacks;
  when.lacks = () => (when.value() ? lacks() : "Name the day on which it comes into review.");
  into.focus = () => (into.el.hidden ? when.focus() : focusInto());
  return view.box.open({
    title: `What becomes of “${one.title || one.name}”?`, verb: "Save", lines: ["It comes into review on its next edit, or on this day. Nothing is deleted here."], fields: [what, into, when],
    done: (given) => view.put({ type: "settle", name: one.name, what: given.what, day: given.day, ...(given.what === "merge" ? { into: given.into } : {}) }),
  });
}
