// What the table shows: rows as they come over the wire, the columns by topic, and which rows fit in which order.

const CORPUS_COLUMNS = [
  ["Citation", ["citation"]], ["Dosing", ["dosing"]], ["Statis\u00adtics", ["statistics"]], ["Regu\u00adlatory", ["regulatory"]], ["Promises", ["marketing"]],
  ["Disclaim\u00aders", ["disclaimers"]], ["Consis\u00adtency", ["consistency"]], ["Lan\u00adguage", ["readability", "terminology", "grammar"]],
].map(([head, topics]) => ({ key: topics.join(","), name: head.replaceAll("\u00ad", ""), head, topics })); // the soft hyphens are for narrow heads
const CORPUS_KNOWN = CORPUS_COLUMNS.flatMap((column) => column.topics);
const CORPUS_CONFLICTS = { key: "conflicts", name: "Conflicts", head: "Con\u00adflicts", topics: null };
const CORPUS_STATES = [
  ["", "Published and drafts", (row) => !row.inherited], ["live", "Published", (row) => row.live && !row.inherited], ["drafts", "Drafts", (row) => !row.live],
  ["inherited", "Inherited", (row) => row.inherited], ["all", "All, with inherited", () => true],
];
const NO_STATE = CORPUS_STATES[0];

/** The trait's columns as rows: { name, path, title, risk, unknowns, state, live, inherited, checked, counts, failed, conflicts }. */
function corpusRows(table) {
  const names = table.columns || [];
  return (table.rows || []).map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at]])));
}

/** The columns that are shown: all by topic, what people added by hand if there is any, then the conflicts; or one topic. */
function corpusColumns(rows, topic) {
  const further = [...new Set(rows.flatMap((row) => [...Object.keys(row.counts), ...Object.keys(row.failed)]))].filter((name) => !CORPUS_KNOWN.includes(name)).sort();
  const all = further.length ? [...CORPUS_COLUMNS, { key: further.join(","), name: "By hand", head: "By hand", topics: further }] : CORPUS_COLUMNS;
  return topic ? [...all.filter((column) => column.key === topic), CORPUS_CONFLICTS] : [...all, CORPUS_CONFLICTS];
}

/** How many findings stand in a cell, and whether part of it was not checked. 0 and "not checked" are two things. */
function corpusCell(row, column) {
  if (!column.topics) return { n: row.conflicts || 0, unsure: row.conflicts === null || !row.checked };
  const sum = (counts) => column.topics.reduce((total, topic) => total + (counts[topic] || 0), 0);
  return { n: sum(row.counts), unsure: !row.checked || sum(row.failed) > 0 };
}

const cellWords = ({ n, unsure }) => (n ? `${grouped(n)}${unsure ? "?" : ""}` : unsure ? "?" : "·");

/** The rows that fit what was chosen, in its order. */
function corpusFits(rows, choice, columns) {
  const words = choice.find.trim().toLowerCase();
  const [, , fits] = CORPUS_STATES.find(([key_]) => key_ === choice.state) || [0, 0, (row) => row.state === choice.state.slice(6)];
  const topic = choice.topic && columns.find((column) => column.key === choice.topic);
  const about = (row) => !topic || Object.values(corpusCell(row, topic)).some(Boolean);
  return rows.filter((row) => fits(row) && about(row) && (!words || `${row.title} ${row.path}`.toLowerCase().includes(words))).sort(corpusOrder(choice.sort, columns));
}

function corpusOrder({ by, down }, columns) {
  const column = columns.find((one) => one.key === by), byRisk = (a, b) => (b.checked - a.checked) || b.risk - a.risk || (a.name < b.name ? -1 : 1);
  const turn = down ? -1 : 1;
  const order = column ? (a, b) => {
    const one = corpusCell(a, column), two = corpusCell(b, column);
    return turn * (one.n - two.n) || two.unsure - one.unsure;
  } : by === "title" ? (a, b) => turn * a.title.localeCompare(b.title, "en") : by === "state" ? (a, b) => turn * a.state.localeCompare(b.state, "en")
    : (a, b) => (b.checked - a.checked) || turn * (a.risk - b.risk);
  return (a, b) => order(a, b) || byRisk(a, b);
}

/** The rows as lines of a file; the last one says what the numbers do and do not confirm. */
function corpusSheet(rows, { as_of = "", line = "" }) {
  const further = [...new Set(rows.flatMap((row) => Object.keys(row.counts)))].filter((topic) => !CORPUS_KNOWN.includes(topic)).sort();
  const topics = [...CORPUS_KNOWN, ...further];
  const number = (row, topic) => cellWords(corpusCell(row, { topics: [topic] })).replace("·", "0");
  const head = ["article", "title", "risk", "unknown", ...topics, "conflicts", "state", "on the site", "checked as of"];
  const body = rows.map((row) => [row.path || row.name, row.title, row.checked ? row.risk : "?", row.checked ? row.unknowns : "?", ...topics.map((topic) => number(row, topic)),
    cellWords(corpusCell(row, CORPUS_CONFLICTS)).replace("·", "0"), row.state, row.live ? "yes" : "no", row.checked ? as_of : ""]);
  return [head, ...body, [line, ...head.slice(1).map(() => "")]];
}
