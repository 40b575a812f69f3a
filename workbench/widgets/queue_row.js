// One article in the grid: risk, title, the sentence that explains the risk, what is to decide, state, and age.

const DECIDED = ["All decided", "No check fired"];

/** `boxes` say what counts, `waits` whether it is the viewer's turn, `as_of` and `days` the day and the limit. */
function queueRow({ boxes, waits, as_of, days, claims, picked, chosen, choose, open }) {
  const cell = (className, ...inside) => make("div", { role: "gridcell", class: className }, ...inside);
  const short = (date) => day(date).replace(/ \d{4}$/, "");

  /** Why the article stands where it stands; the words of a claim where one was looked for. */
  function reason(row) {
    const claim = claims().get(row.name);
    if (claim) return `Claim: “${claim}”`;
    const parts = [];
    if (putOff(row, as_of)) parts.push(`Later until ${short(row.later)}`);
    if (row.answers) parts.push(`${counted(row.answers, "question")} for you to answer`);
    const words = row.note || boxes.reason(row);
    const away = row.with && !row.answers && !waits(row);
    parts.push(away ? `With ${row.with}: ${small(words)}` : parts.length ? small(words) : words);
    if (row.failed) parts.push(`${counted(row.failed, "check")} failed; counted as not checked`);
    return parts.join(" · ");
  }

  function waited(row) {
    if (DECIDED.includes(row.state)) return "–";
    if (row.waiting_days) return counted(row.waiting_days, "day");
    return row.hours ? counted(row.hours, "hour") : "today";
  }

  function limit(row) {
    if (putOff(row, as_of)) return `later until ${short(row.later)}`;
    if (row.due) return `${row.due < as_of ? "was due" : "due"} ${short(row.due)}`;
    return days && !DECIDED.includes(row.state) && !QUIET.includes(row.state) ? `limit ${counted(days, "day")}` : "";
  }

  function tally(found, severity) {
    const n = found?.[severity];
    if (n === undefined || n === null) return make("span", { class: "sev zero", title: "Not checked" }, "?");
    return make("span", { class: n ? `sev ${severity}` : "sev zero" }, String(n), hidden(` ${severity}${n === 1 ? "" : "s"}`));
  }

  function label(row, found, why) {
    const unknown = (row.unknowns || 0) + (row.failed || 0);
    const counts = found ? SEVERITIES.map((severity) => counted(found[severity], severity)).join(", ") : "not checked";
    const due = row.due ? `, ${limit({ ...row, later: "" })}` : "";
    const off = putOff(row, as_of) ? `, later until ${short(row.later)}` : "";
    return `${picked().has(row.name) ? "Selected. " : ""}${row.title}. Risk ${row.checked === false ? "not known" : row.risk}, ${unknown} unknown. ${counts} to decide. ${why}. ${row.state}, waiting ${waited(row).replace("–", "for nobody")}${row.late ? ", past the limit" : ""}${due}${off}.`;
  }

  function draw(row) {
    const bar = make("i", { "aria-hidden": "true", class: level(row.risk) });
    bar.style.setProperty("--v", `${Math.min(100, Math.max(0, Number(row.risk) || 0))}%`);
    const unknown = (row.unknowns || 0) + (row.failed || 0), found = boxes.counts(row), why = reason(row);
    const mine = chosen() === row.name, on = picked().has(row.name);
    return make("div", {
      role: "row", class: `art ${waits(row) ? "" : "read"} ${mine ? "sel" : ""} ${on ? "picked" : ""}`, tabindex: mine ? 0 : -1, "aria-selected": String(mine),
      "aria-label": label(row, found, why), onclick: () => choose(row.name), ondblclick: () => open(),
    },
    cell("rk", make("b", {}, row.checked === false ? "?" : String(row.risk)), bar, unknown ? make("small", {}, `${unknown} unknown`) : null),
    cell("clip", say("h3", "clip", row.title, { title: row.title }), say("p", "why clip", why, { title: why })),
    cell("counts", SEVERITIES.map((severity) => tally(found, severity))), cell("", stateWord(row.state)),
    cell(`wait ${row.late ? "late" : ""}`, make("b", {}, waited(row)), make("small", {}, limit(row))));
  }

  return { draw, reason };
}
