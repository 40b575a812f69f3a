// Articles by risk × topic: a grid with one tab stop, drawn a page at a time. Numbers first; the shade repeats them.

const FIRST_PAGE = 12, PAGE = 50; // rows

/** `choice` keeps what the person chose; `go` opens an address, `disagree` shows the conflicts of an article. */
function corpusTable({ choice, go, disagree, changed }) {
  const head = make("thead", {}), body = make("tbody", {}), foot = make("tfoot", {});
  const table = make("table", { class: "heat", role: "grid", "aria-label": "Articles by risk and topic" }, head, body, foot);
  const scroll = make("div", { class: "scroll", tabindex: -1 }, table), about = make("span", { class: "muted about" });
  const before = button("Previous", () => turn(-1), { className: "small", "aria-keyshortcuts": "PageUp" }), after = button("", () => turn(1), { className: "small", "aria-keyshortcuts": "PageDown" });
  const where = make("span", { class: "muted", "aria-live": "polite" }), pager = make("div", { class: "pager row" }, where, make("span", { class: "grow" }), before, after);
  const legend = make("span", { class: "legend", "aria-label": "Shades: one to four or more findings" }, "Findings", ["1", "2", "3", "4+"].map((words, at) => make("span", { class: `h${at + 1}` }, words)));
  const el = make("section", { class: "panel main", "aria-label": "Articles by risk", tabindex: -1 },
    make("div", { class: "panel-h" }, make("h2", {}, "Articles by risk"), about, make("span", { class: "grow" }), legend), scroll, pager);
  let rows = [], columns = [], fits = [], nodes = [], at = { row: 0, column: 0 };

  function fill(given) {
    rows = given;
    refit(false);
  }

  function refit(first = true) {
    const held = el.contains(document.activeElement);
    columns = corpusColumns(rows, choice.topic);
    if (choice.topic && columns.length === 1) return void ((choice.topic = ""), refit(first));
    fits = corpusFits(rows, choice, columns);
    if (first) choice.page = 0;
    choice.page = Math.min(choice.page, pages() - 1);
    paint();
    if (held) focusAt(at.row, at.column);
    changed(fits);
  }

  const pages = () => 1 + Math.max(0, Math.ceil((fits.length - FIRST_PAGE) / PAGE));
  const bounds = (page = choice.page) => (page ? [FIRST_PAGE + (page - 1) * PAGE, Math.min(fits.length, FIRST_PAGE + page * PAGE)] : [0, Math.min(fits.length, FIRST_PAGE)]);

  function paint() {
    const [from, to] = bounds(), shown = fits.slice(from, to);
    nodes = [];
    head.replaceChildren(make("tr", {}, heads()));
    body.replaceChildren(...shown.map(rowOf));
    foot.replaceChildren(make("tr", {}, totals()));
    table.setAttribute("aria-rowcount", String(fits.length + 2));
    const kept = choice.at ? shown.findIndex((row) => row.name === choice.at.name) : -1;
    at = { row: kept >= 0 ? kept : at.row < 0 ? -1 : 0, column: Math.max(0, fields().findIndex((key_) => key_ === choice.at?.column)) };
    nodes.forEach((cells) => cells.forEach((cell) => (cell.tabIndex = -1)));
    if (nodeAt(at.row, at.column)) nodeAt(at.row, at.column).tabIndex = 0;
    about.textContent = `${shown.length === fits.length ? fits.length : `${from ? `${from + 1}–` : ""}${grouped(to)} of ${grouped(fits.length)}`} · open errors and warnings, and conflicts with other articles`;
    where.textContent = `Page ${choice.page + 1} of ${pages()}`;
    pager.hidden = pages() < 2;
    before.setAttribute("aria-disabled", String(choice.page === 0));
    const next = Math.min(PAGE, fits.length - to);
    after.textContent = next > 0 ? `Next ${next}` : "Next";
    after.setAttribute("aria-disabled", String(next <= 0));
    if (!shown.length) body.append(make("tr", {}, make("td", { class: "none", colspan: fields().length }, rows.length ? "No article fits. Choose other topics or states." : "No article is here yet.")));
  }

  const fields = () => ["title", "risk", ...columns.map((column) => column.key), "state"];

  function heads() {
    const made = [["title", "Article"], ["risk", "Risk"], ...columns.map((column) => [column.key, column.head]), ["state", "State"]].map(([by, name]) => {
      const sorted = choice.sort.by === by;
      const press = make("button", { type: "button", tabindex: -1, onclick: () => sortBy(by) }, name);
      nodes[-1] = nodes[-1] || [];
      nodes[-1].push(press);
      return make("th", { scope: "col", class: by === "title" ? "ttl" : by === "risk" ? "rk" : by === "state" ? "st" : "c", "aria-sort": sorted ? (choice.sort.down ? "descending" : "ascending") : "none" }, press);
    });
    return made;
  }

  function sortBy(by) {
    const words = ["title", "state"].includes(by);
    choice.sort = { by, down: choice.sort.by === by ? !choice.sort.down : !words };
    const column = fields().indexOf(by);
    refit();
    focusAt(-1, column);
  }

  function rowOf(row, index) {
    const cells = [];
    const spot = (node, column) => {
      node.addEventListener("focus", () => remember(index, column));
      cells.push(node);
      return node;
    };
    const link = (wanted, className, label, ...inside) => make("a", { class: `cell ${className}`, href: address(wanted), tabindex: -1, "aria-label": label, onclick: go }, ...inside);
    const still = (className, label, ...inside) => make("span", { class: `cell ${className}`, tabindex: -1, role: label ? "img" : null, "aria-label": label || null }, ...inside);
    const bar = make("i", { "aria-hidden": "true", class: level(row.risk) });
    bar.style.setProperty("--v", `${row.risk}%`);
    const risk = row.checked ? [make("b", {}, String(row.risk)), bar, row.unknowns ? make("small", {}, `${row.unknowns} unknown`) : null] : [make("b", {}, "?")];
    const title = make("th", { scope: "row", class: "ttl" }, spot(link({ article: row.name }, "iso", null, row.title), 0));
    title.firstChild.title = row.title;
    const counts = columns.map((column, place) => {
      const { n, unsure } = corpusCell(row, column), words = cellWords({ n, unsure });
      const what = column.topics ? `about ${column.name.toLowerCase()}` : counted(n, "conflict");
      const told = n ? (column.topics ? `${n} ${what}` : what) + (unsure ? ", part not checked" : "") : unsure ? `${column.name}: not checked` : column.topics ? `none ${what}` : "no conflict";
      const inside = !n ? still("", told, words) : column.topics ? link({ topic: column.topics, article: row.name }, "", `${told}, open in the queue`, words)
        : make("button", { type: "button", class: "cell", tabindex: -1, "aria-label": `${told}, show`, onclick: () => disagree(row) }, words);
      return make("td", { class: `c ${n ? `h${Math.min(4, n)}` : unsure ? "hq" : "h0"}` }, spot(inside, place + 2));
    });
    const node = make("tr", { "aria-rowindex": String(bounds()[0] + index + 2) }, title,
      make("td", { class: "rk" }, spot(still("risk", row.checked ? `Risk ${row.risk}${row.unknowns ? `, ${row.unknowns} unknown` : ""}` : "Risk not known: not checked", ...risk), 1)),
      counts, make("td", { class: "st" }, spot(still("", "", stateWord(row.state)), columns.length + 2)));
    cells.sort((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
    nodes[index] = cells;
    return node;
  }

  function totals() {
    const label = fits.length === rows.length ? `All ${counted(fits.length, "article")}` : `These ${counted(fits.length, "article")}`;
    const sums = columns.map((column) => fits.map((row) => corpusCell(row, column)).reduce((sum, { n, unsure }) => ({ n: sum.n + n, unsure: sum.unsure || unsure }), { n: 0, unsure: false }));
    return [make("th", { scope: "row", class: "ttl" }, fits.length === 1 ? "The one article" : label), make("td", {}),
      ...sums.map((sum) => make("td", { class: "c", title: sum.unsure ? "At least; part was not checked" : null }, fits.length ? cellWords(sum).replace("·", "0") : "")), make("td", {})];
  }

  const address = (wanted) => (document.body.dataset.voila === undefined ? null : `./${fragmentOf(wanted)}`);
  const nodeAt = (row, column) => nodes[row]?.[Math.max(0, Math.min(column, (nodes[row]?.length || 1) - 1))];

  function remember(row, column) {
    nodeAt(at.row, at.column)?.setAttribute("tabindex", "-1");
    at = { row, column };
    nodeAt(row, column)?.setAttribute("tabindex", "0");
    choice.at = { name: fits[bounds()[0] + row]?.name, column: fields()[column] };
  }

  function focusAt(row, column) {
    const last = bounds()[1] - bounds()[0] - 1, node = nodeAt(Math.max(-1, Math.min(row, last)), column);
    if (!node) return false;
    remember(Math.max(-1, Math.min(row, last)), Math.min(column, fields().length - 1));
    node.focus({ preventScroll: true });
    node.scrollIntoView({ block: "nearest", inline: "nearest" });
    return true;
  }

  function turn(by) {
    const page = choice.page + by;
    if (page < 0 || page >= pages()) return false;
    choice.page = page;
    choice.at = null;
    at.row = 0;
    paint();
    scroll.scrollTop = 0;
    focusAt(0, at.column);
    return true;
  }

  function move(down, across) {
    const inside = scroll.contains(document.activeElement);
    if (across && !inside) return false;
    if (!inside) return focusAt(at.row, at.column);
    const last = bounds()[1] - bounds()[0] - 1;
    if (down > 0 && at.row === last && choice.page < pages() - 1) return turn(1);
    if (down < 0 && at.row === 0 && choice.page > 0) {
      const column = at.column;
      return turn(-1) && focusAt(Infinity, column);
    }
    return focusAt(at.row + down, Math.max(0, Math.min(fields().length - 1, at.column + across)));
  }

  return {
    el, fill, refit, turn, move, columns: () => columns, fits: () => fits, focus: () => nodeAt(at.row, at.column) || scroll,
    edge: (end) => focusAt(end ? Infinity : 0, at.column),
    fail(node) { rows = fits = []; head.replaceChildren(); foot.replaceChildren(); pager.hidden = true; about.textContent = ""; body.replaceChildren(make("tr", {}, make("td", { class: "none" }, node))); },
  };
}
