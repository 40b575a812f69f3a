// The claims of the article as a table: sort, filter by kind and standing, Enter shows one.

const STANDINGS = { unsubstantiated: "Unsubstantiated", substantiated: "Substantiated", expired: "Expired", disputed: "Disputed" };
const COLUMNS = [["number", "#"], ["text", "Claim"], ["quantities", "Numbers"], ["citation", "Citation"], ["standing", "Standing"], ["findings", "Findings"]];

function claimsPanel(view) {
  const { claims, kinds } = view.article, words = new Map(kinds?.claims || []);
  const rows = claims.map((claim, index) => claimRow(view, claim, index)), body = make("tbody", {}, rows.map(({ row }) => row));
  const types = [...new Set(claims.map((claim) => claim.type))].sort();
  const kind = pick("Kind of claim", [["", "All kinds"], ...types.map((type) => [type, words.get(type) || sentenceCase(type)])], arrange);
  const standing = pick("Standing", [["", "Any standing"], ...Object.entries(STANDINGS), ["left", "Keeps the approval back"]], arrange);
  const left = make("span", { class: "muted" }), show_ = button("Show claim", () => open(roving.current()), { keyName: "Enter", className: "small" });
  let by = "number", up = true;
  const heads = COLUMNS.map(([name, title]) => make("th", { scope: "col", "aria-sort": "none" }, button(title, () => sort(name), { className: "quiet sorts", "aria-label": `Sort by ${title === "#" ? "number" : title.toLowerCase()}` })));
  const table = make("table", { class: "claims", role: "grid", "aria-label": "Claims", "aria-rowcount": claims.length + 1 }, make("thead", {}, make("tr", { role: "row" }, heads)), body);
  const inSight = () => [...body.children].filter((row) => !row.hidden);
  const of = (row) => rows.find((one) => one.row === row);
  const roving = rovingRows(body, inSight, { enter: open, moved: (row) => { choose(of(row).claim.id); if (view.claim !== null) view.openClaim(of(row).claim.id); } });
  body.addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    if (row) pressed(of(row));
  });

  function pick(label, options, change) {
    return make("select", { class: "field", "aria-label": label, onchange: change }, options.map(([value, text]) => make("option", { value }, text)));
  }

  function open(row) {
    if (row) view.openClaim(of(row).claim.id, true);
  }

  /** A press moves text and list to the claim's first finding; where it has none, to its sentence. */
  function pressed({ claim, row }) {
    inSight().forEach((other) => { other.tabIndex = other === row ? 0 : -1; });
    const finding = claim.findings.find((id) => view.visible(id));
    if (view.claim !== null) return view.openClaim(claim.id);
    if (finding) return view.select(finding, "claims");
    choose(claim.id);
    return view.showBlock(claim.start_block);
  }

  function choose(id) {
    for (const { row, claim } of rows) row.setAttribute("aria-selected", String(claim.id === id));
  }

  function sort(name) {
    [by, up] = name === by ? [by, !up] : [name, true];
    arrange();
  }

  function rank({ claim }) {
    if (by === "number") return claim.number;
    if (by === "findings") return -claim.findings.length;
    return by === "standing" ? view.claimState(claim.id).state : String(claim[by] || "\uffff").toLowerCase();
  }

  function arrange() {
    const ranked = rows.map((one) => [rank(one), one]).sort(([a, one], [b, other]) => (up ? 1 : -1) * (a < b ? -1 : a > b ? 1 : 0) || one.claim.number - other.claim.number);
    const order = ranked.map(([, { row }]) => row);
    if (order.some((row, index) => body.children[index] !== row)) {
      const focused = body.contains(document.activeElement) ? document.activeElement : null;
      body.append(...order);
      focused?.focus({ preventScroll: true });
    }
    heads.forEach((head, index) => head.setAttribute("aria-sort", COLUMNS[index][0] === by ? (up ? "ascending" : "descending") : "none"));
    filter();
  }

  function filter() {
    for (const { row, claim } of rows) {
      const now = view.claimState(claim.id);
      row.hidden = (Boolean(kind.value) && claim.type !== kind.value) || (Boolean(standing.value) && (standing.value === "left" ? !now.left : now.state !== standing.value));
    }
    const shown = inSight();
    if (shown.length && !shown.some((row) => row.tabIndex === 0)) shown[0].tabIndex = 0;
    table.hidden = !shown.length;
    none.hidden = Boolean(shown.length) || !rows.length;
  }

  const none = make("p", { class: "empty", hidden: true }, "No claim fits. Choose all kinds and any standing to see them again.");
  const tools = make("div", { class: "docktools" }, types.length > 1 ? kind : null, standing, left, make("span", { class: "grow" }), show_);
  return {
    name: "Claims", count: () => String(claims.length),
    el: claims.length ? make("div", { class: "tooled" }, tools, make("div", { class: "scroll" }, table, none)) : make("p", { class: "empty" }, "No claim was read in this text."),
    choose,
    paint() {
      for (const one of rows) one.paint();
      const bars = rows.filter(({ claim }) => view.claimState(claim.id).left).length;
      left.textContent = bars ? `${bars} ${bars === 1 ? "keeps" : "keep"} the medical approval back` : "";
      left.className = bars ? "muted left-over" : "muted";
      if (bars) left.prepend(make("i", { class: "bars-dot", "aria-hidden": "true" }));
      standing.hidden = !view.desk().may;
      arrange();
    },
    /** Marks the claims that a finding touches. */
    mark(id, scroll) {
      let first = null;
      for (const { row, claim } of rows) {
        const here = claim.findings.includes(id);
        if (here !== (row.getAttribute("aria-selected") === "true")) row.setAttribute("aria-selected", String(here));
        if (here && !first) first = row;
      }
      if (first && scroll) reveal(first.closest(".scroll"), first);
    },
    focus(barring) {
      const next = (barring && rows.find(({ claim, row }) => !row.hidden && view.claimState(claim.id).left)?.row) || roving.current() || inSight()[0];
      if (next) roving.focus(next);
      return Boolean(next);
    },
  };
}

function claimRow(view, claim, index) {
  const cells = [claim.number, claim.text, claim.quantities || "–", claim.citation, STANDINGS[claim.standing] || claim.standing];
  const said = make("span", {}, cells[4]), bars = make("span", { class: "vh" });
  const standing = make("td", { role: "gridcell" }, make("i", { class: "bars-dot", "aria-hidden": "true", title: "Keeps the medical approval back" }), said, bars);
  const row = make("tr", { role: "row", tabindex: index ? -1 : 0, "aria-rowindex": index + 2, "aria-selected": "false" },
    cells.slice(0, 4).map((text, at) => make("td", { role: "gridcell", class: [1, 2].includes(at) ? "clip iso" : "", title: at === 1 ? claim.text : null }, String(text))), standing,
    make("td", { role: "gridcell" }, claimTally(view, claim)));
  return {
    row, claim,
    paint() {
      const { state, left } = view.claimState(claim.id), words = STANDINGS[state] || sentenceCase(state);
      if (said.textContent !== words) said.textContent = words;
      bars.textContent = left ? ", keeps the medical approval back" : "";
      row.classList.toggle("left-over", Boolean(left));
    },
  };
}

/** How many findings touch it; one whose numbers add up says so in grey, which is no praise. */
function claimTally(view, claim) {
  const counts = SEVERITIES.map((severity) => [severity, claim.findings.filter((id) => view.finding(id)?.severity === severity).length]);
  const shown = counts.filter(([, n]) => n).map(([severity, n]) => sev(severity, String(n), "strong"));
  return shown.length ? shown : make("span", { class: "muted" }, claim.adds_up ? "Adds up" : "–");
}
