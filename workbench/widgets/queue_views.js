// Whose turn an article is, and the views of the queue that follow from it.

const WITH_WRITER = "With writer", QUIET = ["Published", "Not live", "Inherited", "On hold"];
const rolesOf = (me) => me?.roles || [];

/** Whether the article waits for this person now. `answers` counts questions of others that they may answer. */
function needs(row, me) {
  const roles = rolesOf(me), holds = (...wanted) => wanted.some((role) => roles.includes(role));
  if (row.answers) return true;
  if (row.state === WITH_WRITER) return holds("writer") && (row.own !== false || row.assignee === me?.id);
  if (QUIET.includes(row.state)) return false;
  if (row.assignee) return row.assignee === me?.id;
  if (row.state === "Expired") return holds("editor", "medical reviewer");
  if (row.state === "Medical review") return holds("medical reviewer") && !row.own; // nobody approves their own text
  if (row.state === "Second opinion" || row.state === "Approved") return row.state === "Approved" && holds("editor", "admin");
  return holds("editor") || (!roles.length && !["All decided", "No check fired"].includes(row.state));
}

/** The same, asked once a row: ten thousand rows are asked at every key. */
const turn = (row, me) => (row.turn ??= needs(row, me));

/** Whether it must be done within 24 hours, or should have been. */
const dueSoon = (row, as_of) => Boolean(row.due) && row.due <= daysAfter(as_of, 1);

/** Whether the person put it off and it may stay so: nothing that is due or expired does. */
const putOff = (row, as_of) => Boolean(row.later) && row.later > as_of && !dueSoon(row, as_of) && row.state !== "Expired" && row.live !== "Expired";

/** [name, test, what stands where none fits] of each view; the first one is what needs this person. */
function queueViews(me, as_of) {
  const soon = daysAfter(as_of, 30);
  return [
    ["Needs me", (row) => (row.mine ??= turn(row, me) && !putOff(row, as_of)), ""],
    ["With writers", (row) => row.state === WITH_WRITER, "No article is with a writer."],
    ["Medical review", (row) => row.state === "Medical review", "No article waits for the medical review."],
    ["Second opinion", (row) => row.second > 0 || row.answers > 0 || row.state === "Second opinion", "No second opinion is asked for."],
    ["Due within 30 days", (row) => Boolean(row.due) && row.due <= soon, "Nothing is due within 30 days."],
    ["Expired", (row) => row.live === "Expired", "No page has expired."],
    ["All articles", () => true, "No articles yet."],
  ];
}

const inOrder = new Intl.Collator("en").compare;
const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
const byAge = (a, b) => b.waiting_days - a.waiting_days || (b.hours || 0) - (a.hours || 0);

/** The orders of the menu. The first is the queue's own: what is due within 24 hours, then risk, then age. */
function queueOrders(as_of) {
  const due = (row) => row.due || "9999", tomorrow = daysAfter(as_of, 1);
  const near = (row) => Boolean(row.due) && row.due <= tomorrow, soon = (a, b) => near(b) - near(a);
  return {
    "Risk, then age": (a, b) => soon(a, b) || b.risk - a.risk || byAge(a, b) || byName(a, b),
    "Due first": (a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : b.risk - a.risk || byAge(a, b) || byName(a, b)),
    "Waiting longest": (a, b) => byAge(a, b) || b.risk - a.risk || byName(a, b),
    Title: (a, b) => inOrder(a.title, b.title) || byName(a, b),
  };
}

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
const spelled = (n, one) => `${(NUMBERS[n] || String(n)).toLowerCase()} ${one}${n === 1 ? "" : "s"}`;

/** "The oldest has waited nine days. At your usual pace this is about 40 minutes." */
function aboutMine(mine, pace, unit = spelled) {
  const days = Math.max(0, ...mine.map((row) => row.waiting_days || 0));
  const oldest = days ? `The oldest has waited ${unit(days, "day")}.` : "All of them came in today.";
  const left = mine.reduce((sum, row) => sum + decisionsIn(row), 0);
  if (!pace || !left) return oldest;
  const by = pace.measured ? "At your usual pace" : `At ${+pace.minutes.toFixed(1)} minutes a decision`;
  return `${oldest} ${by} this is about ${inMinutes(left * pace.minutes)}.`;
}

const decisionsIn = (row) => (row.to_decide ? SEVERITIES.reduce((sum, severity) => sum + (row.to_decide[severity] || 0), 0) : 0);

function inMinutes(minutes) {
  if (minutes < 90) return counted(minutes < 10 ? Math.max(1, Math.round(minutes)) : 5 * Math.round(minutes / 5), "minute");
  return counted(Math.round(minutes / 60), "hour");
}
