// How a finding shows its working: small tables, number lines, sums and differences, by the family of the evidence.

const SUMS = ["change", "count-and-percent", "course", "growth", "needed-to-treat", "risk-reduction", "sum", "weight-sum", "none-seen", "dose-basis"];
const DOSES = ["dose-basis", "dose-range", "dose-limit", "dose-rhythm", "dose-unit"];
const LABELS = ["approval", "approval-year", "schedule", "status", "time-bound-rule", "table-row"];
const CHAINS = ["identifier", "record", "link", "source"];
const PAIRS = ["library", "two-values", "contradiction"];

/** What shows a finding, as boxes; nothing where there is nothing to show. */
function evidenceBox(view, finding) {
  const { evidence } = finding, severity = key(finding.severity);
  const drawn = evidence && (family(evidence, severity, view, finding) || plainEvidence(evidence));
  return [drawn ? make("div", { class: "ev" }, drawn) : null, statementBox(view, finding), borderBox(view, finding)].filter(Boolean);
}

function family(evidence, severity, view, finding) {
  const { kind } = evidence;
  if (kind === "percent-of-n") return percentOfN(evidence, severity);
  if (kind === "mean-of-n") return meanOfN(evidence, severity);
  if (kind === "reading-grade") return readingOf(evidence);
  if (DOSES.includes(kind) && evidence.rows.length) return doseRow(evidence, severity);
  if (SUMS.includes(kind)) return sumOf(evidence, severity);
  if (LABELS.includes(kind) && evidence.rows.length) return labelOf(evidence);
  if (CHAINS.includes(kind)) return chainOf(evidence, view, finding);
  return PAIRS.includes(kind) ? twoTexts(evidence) : null;
}

const sentenceCase = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const caption = (title, aside = "") => make("div", { class: "cap" }, make("b", {}, title), aside ? say("span", "muted", aside) : null);

/** What the text says and what was worked out, as the working tells them. */
function saidIn({ working }) {
  const pairs = working.lists.flat(), find = (...names) => pairs.find(([name]) => names.includes(name))?.[1] || "";
  return { given: find("The text says", "The page", "Cue"), computed: working.sum || find("Worked out", "Read as") };
}

function plainEvidence({ working }) {
  const parts = [caption(working.title, working.aside)];
  if (working.sum) parts.push(say("p", "sum", working.sum));
  if (working.rows.length) parts.push(rowsTable(working.head, working.rows));
  return parts.concat(working.lists.map(pairsTable));
}

function rowsTable(head, rows, marked = () => false) {
  return make("table", { class: "rows" }, make("thead", {}, make("tr", {}, head.map((name) => say("th", "", name, { scope: "col" })))),
    make("tbody", {}, rows.map((row) => make("tr", { class: marked(row) ? "no" : "" }, row.map((cell) => (cell instanceof Node ? make("td", {}, cell) : say("td", "", cell)))))));
}

function pairsTable(pairs) {
  const shown = pairs.filter(([, text]) => text);
  return shown.length ? make("table", { class: "pairs" }, make("tbody", {}, shown.map(([name, text]) => make("tr", {}, say("th", "", name, { scope: "row" }), text instanceof Node ? make("td", {}, text) : say("td", "", text))))) : null;
}

/** The sum written out: given and worked out beside each other, the tolerance named, and every reading that was tried. */
function sumOf(evidence, severity) {
  const { given, computed } = saidIn(evidence), { working } = evidence;
  return [
    caption(working.title), make("div", { class: "sums" },
      make("div", {}, make("span", { class: "muted" }, "The text says"), say("p", `sum ${severity}`, given || "–")), make("div", {}, make("span", { class: "muted" }, "Worked out"), say("p", "sum", computed || "–"))),
    working.aside ? say("p", "muted", `Allowed for: ${working.aside}`) : null,
    evidence.rows.length ? triedRows(evidence) : null,
  ].filter(Boolean);
}

function triedRows({ rows }) {
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return rowsTable(head.map(sentenceCase), rows.map((row) => head.map((name) => row[name] || "–")));
}

/** The reference row with what the text says against it; a row that is not sure says so. */
function doseRow(evidence, severity) {
  const { given, computed } = saidIn(evidence), row = evidence.rows[0], line = rangeLine(given, row.dose, severity);
  const known = [
    ["Drug", row.drug || row.name], ["Way", row.route], ["For", row.indication], ["People", row.population], ["Reference", [row.dose, row.limit_kind && `(${row.limit_kind})`].filter(Boolean).join(" ")],
    ["Country", row.jurisdiction], ["Source", [row.source_title, row.source_locator].filter(Boolean).join(", ")], ["As of", row.as_of], ["Confidence", row.confidence && `${sentenceCase(row.confidence)}${row.confidence === "low" ? ": this row can only make a note" : ""}`], ["Note", row.note],
  ];
  return [
    caption(evidence.working.title, evidence.working.aside), line, pairsTable([["The text says", say("b", severity === "note" ? "" : "told", given)], ["Worked out", computed]]), pairsTable(known),
    evidence.rows.length > 1 ? say("p", "muted", `${evidence.rows.length - 1} more rows of the reference fit; the widest is shown.`) : null,
  ].filter(Boolean);
}

/** The sentence of the label or list, its version and day; what the text says; what differs. */
function labelOf(evidence) {
  const { given, computed } = saidIn(evidence), row = evidence.rows[0], used = ["product", "name", "use", "status", "schedule", "jurisdiction", "population", "conditions", "exceptions", "source_title", "source_locator", "as_of", "confidence", "now", "rule", "valid_until", "first", "note"];
  const says = [row.status || (row.schedule && `schedule ${row.schedule}`) || row.now || (row.first && `first approved ${row.first}`) || computed, row.jurisdiction && `(${row.jurisdiction})`].filter(Boolean).join(" ");
  const rest = Object.entries(row).filter(([name, text]) => !used.includes(name) && text).map(([name, text]) => [sentenceCase(name.replaceAll("_", " ")), text]);
  return [
    caption(evidence.working.title, row.as_of ? `as of ${row.as_of}` : ""),
    make("table", { class: "against" }, make("tbody", {}, make("tr", {}, make("th", { scope: "row" }, "The text"), say("td", "told", given || "–")), says ? make("tr", {}, make("th", { scope: "row" }, "The reference"), make("td", { class: "iso" }, make("b", {}, says))) : null)),
    pairsTable([["About", [row.product || row.name, row.use].filter(Boolean).join(", ")], ["Rule", row.rule], ["People", row.population], ["Conditions", row.conditions], ["Except", row.exceptions], ["Until", row.valid_until], ["Note", row.note], ...rest, ["Source", [row.source_title, row.source_locator].filter(Boolean).join(", ")], ["Confidence", row.confidence && sentenceCase(row.confidence)]]),
  ].filter(Boolean);
}

/** Marker → entry → identifier → state, as far as each is known. */
function chainOf(evidence, view, finding) {
  const row = evidence.rows[0] || {}, { given, computed } = saidIn(evidence);
  const identifier = row.identifier || given, source = (view.article.sources || []).find((one) => one.identifiers.includes(identifier));
  const links = [["In the text", source?.marker || finding.text], ["Leads to", row.title || source?.entry || ""], ["Identifier", identifier], ["State", row.state ? [sentenceCase(row.state), row.on && day(row.on), row.source].filter(Boolean).join(", ") : computed]].filter(([, text]) => text);
  const claims = evidence.rows.map((one) => one.claim).filter(Boolean);
  return [
    caption(evidence.working.title), make("ol", { class: "chain" }, links.map(([name, text]) => make("li", {}, make("span", { class: "muted" }, name), say("span", name === "State" ? "strong" : "", text)))),
    row.notice ? say("p", "muted", `Notice: ${row.notice}`) : null,
    claims.length ? make("div", {}, make("p", { class: "muted" }, `${counted(claims.length, "claim rests", "claims rest")} on it:`), make("ul", { class: "differs" }, claims.map((text) => say("li", "", text)))) : null,
  ].filter(Boolean);
}

/** Two wordings of one thing, and where they part. */
function twoTexts(evidence) {
  const whole = evidence.rows.find((row) => row.what === "whole"), { working } = evidence;
  if (evidence.kind === "library" && whole) {
    const apart = evidence.rows.filter((row) => row !== whole).map((row) => [sentenceCase(row.what || ""), row.library || "–", row.article || "–"]);
    return [caption(working.title, saidIn(evidence).given), wordsApart(whole.library, whole.article, { was: "Library", now: "Here" }), apart.length ? rowsTable(["Differs in", "Library", "Here"], apart) : null, say("p", "muted", saidIn(evidence).computed)].filter(Boolean);
  }
  const told = evidence.rows.filter((row) => row.sentence || row.value);
  if (told.length < 2) return null;
  return [caption(working.title, working.aside), rowsTable(["Value", "Line", "Sentence"], told.map((row) => [row.value || "–", row.line || "–", row.sentence || "–"]))];
}

/** The two formulas that decide, then what weighs most. */
function readingOf(evidence) {
  const deciding = ["Flesch–Kincaid", "SMOG"], of = (row) => [row.measure, row.result, row.counted];
  const first = evidence.rows.filter((row) => deciding.includes(row.measure)), others = evidence.rows.filter((row) => !deciding.includes(row.measure));
  if (!first.length) return null;
  return [caption(evidence.working.title, evidence.working.aside), rowsTable(["Grade", "Result", "Counted"], first.map(of)), others.length ? make("details", {}, make("summary", {}, "What weighs most, and the other formulas"), rowsTable(["Measure", "Result", "Counted"], others.map(of))) : null, say("p", "muted", saidIn(evidence).given)].filter(Boolean);
}
