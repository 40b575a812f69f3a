// Live pages: every page on the site, in which state, since when, who approved it, and what waits about it.

const LIVE_VIEWS = [ // [name, test, what stands where none fits]
  ["All pages", () => true, "No page is on the site yet. Mark an approved article live, or import the pages that were there before."],
  ["Needs a second person", (row) => row.live === "putting back" || row.notice === "proposed", "No page waits for a second person."],
  ["On hold", (row) => OFF_SITE.includes(row.live), "No page is on hold."],
  ["Safety notices", (row) => row.notice !== "", "No safety notice stands on a page."],
  ["Expired", (row) => row.live === "expired", "No page has expired."],
  ["Published", (row) => row.live === "published", "No page is published yet."],
  ["Inherited", (row) => row.live === "inherited", "No inherited page is on the site. Those that were there before us come in with: workbench queue import FOLDER"],
];
const LIVE_FIRST = { "putting back": 2, held: 3, expired: 4, published: 5, inherited: 6 };
const byWaiting = (row) => (row.notice ? 1 : LIVE_FIRST[row.live] || 7);
const LIVE_ORDERS = {
  "What waits, then risk": (a, b) => byWaiting(a) - byWaiting(b) || b.risk - a.risk || (a.name < b.name ? -1 : 1),
  "Review by": (a, b) => (a.until || "~").localeCompare(b.until || "~") || b.risk - a.risk || (a.name < b.name ? -1 : 1),
  "Live since": (a, b) => (a.since || "~").localeCompare(b.since || "~") || (a.name < b.name ? -1 : 1),
  Title: (a, b) => a.title.localeCompare(b.title, "en") || (a.name < b.name ? -1 : 1),
};

/** `view` gives `data`, `choice` (kept between drawings), `ask(message)`, `put(message)`, `box`, `tell`, `barred()`, `go(tab, more)`. */
function livePart(view) {
  const { data, choice } = view;
  choice.live ||= { view: 0, order: Object.keys(LIVE_ORDERS)[0], find: "", name: null, over: new Set() };
  const mine = choice.live;
  const pane = livePane(view);
  let timer = 0, clock = 0;
  const find = make("input", { type: "search", class: "field find", "aria-label": "Find a page", placeholder: "Find a page", oninput: () => { mine.find = find.value; fillRows(); } });
  find.value = mine.find;
  find.addEventListener("keydown", (event) => { if (["Enter", "ArrowDown"].includes(event.key)) { event.preventDefault(); list.focus(); } });
  const order = make("select", { class: "btn", "aria-label": "Order", onchange: () => { mine.order = order.value; fillRows(); } }, Object.keys(LIVE_ORDERS).map((name) => make("option", { value: name }, name)));
  order.value = mine.order;
  const menu = make("select", { class: "btn only-narrow", "aria-label": "State", onchange: () => only(Number(menu.value)) });
  const chips = make("div", { class: "chips", role: "group", "aria-label": "State" });
  const title = make("h1"), lead = make("p");
  const list = pagesList({
    label: "Pages on the site", kind: "live", id: (row) => row.name, said: describe, empty: nothing, mark: (row) => (row.live === "inherited" ? "unreviewed" : ""),
    heads: [["State"], ["Page and address"], ["Approved"], ["Live since"], ["Review by"]],
    cells: (row) => [
      [pageState(row), noticeWord(row)],
      [say("b", "clip", row.title, { title: row.title }), say("small", "clip mono", row.address || "no address known", { title: row.address })],
      approved(row), [row.since ? day(row.since) : "not known", row.work ? make("small", {}, `draft: ${row.work.toLowerCase()}`) : null], untilCell(row),
    ],
    chosen(row) {
      mine.name = row?.name ?? null;
      pane.show(row);
      clearTimeout(timer);
      if (row) timer = setTimeout(() => view.ask({ type: "show", name: row.name }), pane.known(row.name) ? 400 : 120);
    },
  });
  const el = make("section", { class: "main", role: "tabpanel", "aria-label": "On the site" },
    make("section", { class: "queue", "aria-label": "Pages on the site", tabindex: -1 },
      make("div", { class: "qh" }, make("div", { class: "grow" }, title, lead), menu, make("label", { class: "finder" }, find, cap("/")), order), chips, list.el),
    pane.el);
  clock = setInterval(tick, 20_000);

  function noticeWord(row) {
    if (!row.notice) return null;
    return sev("warning", row.notice === "live" ? `Notice, ${left(row.ends, data.now())}` : "Notice proposed", "clockword");
  }

  function approved(row) {
    if (row.live === "inherited") return make("span", { class: "muted" }, "Never here");
    if (!row.by.length) return make("span", { class: "muted" }, "None known");
    const names = row.by.map((id) => data.who(id)).join(", ");
    return [say("span", "two-lines", row.second ? `${names} · second person: none` : names, { title: names }), make("small", {}, day(row.on), row.changed ? " · text changed since" : "")];
  }

  function untilCell(row) {
    if (row.live === "expired") return make("span", { class: "late" }, "passed");
    if (!row.until) return make("span", { class: "muted" }, "no day");
    const days = daysUntil(row.until, data.as_of);
    return make("span", { class: days !== null && days < 0 ? "late" : "" }, day(row.until), days !== null && days <= 30 ? make("small", {}, ahead(days)) : null);
  }

  function describe(row) {
    const signed = row.live === "inherited" ? "never approved here" : row.by.length ? `approved by ${row.by.map((id) => data.who(id)).join(" and ")} on ${day(row.on)}${row.second ? ", second person: none" : ""}${row.changed ? ", text changed since" : ""}` : "no approval known";
    const notice = row.notice ? ` Safety notice ${row.notice === "live" ? `live, ${left(row.ends, data.now())}` : "proposed, waits for a second person"}.` : "";
    return `${row.title}. ${stateSaid(row)}.${notice} ${row.address || "No address known"}. Live since ${row.since ? day(row.since) : "an unknown day"}, ${signed}.${row.until ? ` Review by ${day(row.until)}.` : ""}${row.work ? ` Draft: ${row.work}.` : ""}`;
  }

  function only(index) {
    mine.view = index;
    fillRows();
  }

  function fillRows() {
    const rows = data.rows, words = mine.find.trim().toLowerCase();
    const fits = rows.filter((row) => LIVE_VIEWS[mine.view][1](row) && (!words || `${row.title} ${row.name} ${row.address}`.toLowerCase().includes(words)));
    heading(rows);
    list.show(fits.sort(LIVE_ORDERS[mine.order]), mine.name);
  }

  function heading(rows) {
    const counts = LIVE_VIEWS.map(([, test]) => rows.filter(test).length), [all, second, held, , expired, published, inherited] = counts;
    const kept = chips.contains(document.activeElement) ? mine.view : -1;
    chips.replaceChildren(...LIVE_VIEWS.map(([name], index) => make("button", { type: "button", class: "chip", "aria-pressed": String(index === mine.view), onclick: () => only(index) }, name, make("b", {}, counts[index].toLocaleString("en")))));
    if (kept >= 0) chips.children[kept].focus({ preventScroll: true });
    menu.replaceChildren(...LIVE_VIEWS.map(([name], index) => make("option", { value: index }, `${name} ${counts[index].toLocaleString("en")}`)));
    menu.value = String(mine.view);
    title.textContent = second ? `${NUMBER_WORDS[second] || second} ${second === 1 ? "page waits" : "pages wait"} for a second person` : all ? `${all.toLocaleString("en")} ${all === 1 ? "page is" : "pages are"} known on the site` : "No page is on the site yet";
    const parts = [[published, "published"], [expired, "expired"], [inherited, "inherited and not reviewed here"], [held, "on hold"]].filter(([n]) => n).map(([n, word]) => `${n.toLocaleString("en")} ${word}`);
    lead.textContent = parts.length ? `${parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0]}.` : "Pages come here when an approved article is marked live.";
  }

  function nothing() {
    if (mine.find) return notice("No page fits.", "", { actions: [button("Show all", () => { mine.find = find.value = ""; mine.view = 0; fillRows(); list.focus(); })] });
    return notice(LIVE_VIEWS[mine.view][2], "", { actions: mine.view ? [button("Show all pages", () => { only(0); list.focus(); })] : [button("Read again", () => view.ask({ type: "refresh" }))] });
  }

  // The clock of a notice: words only, nothing blinks, and nothing is announced.
  function tick() {
    const running = data.rows.filter((row) => row.notice === "live");
    const over = running.find((row) => Date.parse(row.ends) <= data.now() && !mine.over.has(row.ends));
    if (running.length && !over) return fillRows();
    if (!over) return undefined;
    mine.over.add(over.ends); // its end is asked for once; reading again stores it
    return view.ask({ type: "refresh" });
  }

  fillRows();
  return {
    el, list, keys: { ...pane.keys, "/": () => find.focus() },
    count: () => data.byName.size.toLocaleString("en"),
    hints: [[["J", "K"], "next, previous"], [["H"], "hold"], [["B"], "put back"], [["N"], "safety notice"], [["A"], "agree"], [["U"], "take back"], [["/"], "find"]],
    regions: () => [el.querySelector(".qh"), chips, list.scroll, pane.el],
    focus: () => list.focus(),
    escape() { if (mine.find) { mine.find = find.value = ""; fillRows(); } list.focus(); },
    changed: fillRows,
    page(page) { pane.take(page, data.byName.get(mine.name)); },
    chosen: () => mine.name,
    choose(name) { mine.view = 0; mine.find = find.value = ""; mine.name = name; fillRows(); },
    close() { clearTimeout(timer); clearInterval(clock); list.close(); },
  };
}

const NUMBER_WORDS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
