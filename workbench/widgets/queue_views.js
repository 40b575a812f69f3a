// Whose turn an article is, and the views of the queue that follow from it.

const WITH_WRITER = "With writer", QUIET = ["Published", "Not live", "Inherited", "On hold"];
const rolesOf = (me) => me?.roles || [];

/** Whether the article waits for this person now. */
function needs(row, me) {
  const roles = rolesOf(me), holds = (...wanted) => wanted.some((role) => roles.includes(role));
  if (row.state === WITH_WRITER) return holds("writer");
  if (row.assignee) return row.assignee === me?.id;
  if (row.second && holds("medical reviewer")) return true;
  if (row.state === "Expired") return holds("editor", "medical reviewer");
  if (QUIET.includes(row.state)) return false;
  if (row.state === "Medical review") return holds("medical reviewer");
  if (row.state === "Second opinion") return holds("medical reviewer");
  return holds("editor") || (!roles.length && !["All decided", "No check fired"].includes(row.state));
}

/** [name, test, what stands where none fits] of each view; the first one is what needs this person. */
function queueViews(me, as_of) {
  const soon = daysAfter(as_of, 30);
  return [
    ["Needs me", (row) => needs(row, me), ""],
    ["With writers", (row) => row.state === WITH_WRITER, "No article is with a writer."],
    ["Medical review", (row) => row.state === "Medical review", "No article waits for the medical review."],
    ["Second opinion", (row) => row.second > 0 || row.state === "Second opinion", "No second opinion is asked for."],
    ["Due within 30 days", (row) => Boolean(row.due) && row.due <= soon, "Nothing is due within 30 days."],
    ["Expired", (row) => row.live === "Expired", "No page has expired."],
    ["All articles", () => true, "No articles yet."],
  ];
}

/** Who gets the articles, and by when. */
function assignDialog(box, { names, title, people, as_of, done }) {
  const options = people.map((one) => [one.id, `${one.name} · ${one.roles.join(", ")}`]);
  box.open({
    title: names.length === 1 ? `Assign “${title}” to` : `Assign ${counted(names.length, "article")} to`, verb: "Assign",
    fields: [choiceField("to", "Person", [...options, ["", "Nobody"]], { needed: "Choose a person." }), dayField("due", "Due (may stay empty)", { first: as_of })],
    done: ({ to, due }) => done({ type: "hand", names, to, ...(due ? { due } : {}) }),
  });
}
