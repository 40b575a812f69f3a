// An exercise: a question, and an answer explained at once. It may be answered again, and nothing is counted.

let exercisesDrawn = 0;

function renderExercise({ model, el }) {
  const given = model.get("exercise") || {}, answers = given.answers || [], called = model.get("name") || "", name = /^\d+$/.test(called) ? `Exercise ${called}` : called || "Exercise";
  const root = keptKeys(make("section", { class: "wb wb-lesson", tabindex: -1, "aria-label": name, "data-lm-suppress-shortcuts": "true" }));
  const told = make("div", { class: "told", role: "status" }), group = `exercise-${(exercisesDrawn += 1)}`;
  const tell = (answer) => told.replaceChildren(make("strong", { class: answer.right ? "right" : "wrong" }, answer.right ? "✓ Right. " : "✗ Not this one. "), say("span", "", answer.why));
  const keep = (text) => { model.set("given", text); model.save_changes(); };
  const form = given.kind === "number" ? exerciseNumber(given, answers, tell, keep, told) : exerciseChoice(answers, tell, keep, group);
  root.append(make("h3", {}, name), make("fieldset", {}, make("legend", {}, say("span", "", given.question || "This exercise is empty. Run the cell again.")), form.node), told);
  if (model.get("given")) form.put(model.get("given"));
  const leave = watchTheme();
  el.append(root);
  return leave;
}

function exerciseChoice(answers, tell, keep, group) {
  const radios = answers.map((answer) => make("input", { type: "radio", name: group, onchange: () => { keep(answer.text); tell(answer); } }));
  const node = make("div", { class: "answers" }, answers.map((answer, n) => make("label", { class: "row" }, radios[n], say("span", "", answer.text))));
  const put = (text) => answers.forEach((answer, n) => { if (answer.text === text) { radios[n].checked = true; tell(answer); } });
  return { node, put };
}

function exerciseNumber(given, answers, tell, keep, told) {
  const field = make("input", { type: "text", inputmode: "decimal", class: "field", "aria-label": "Your answer", autocomplete: "off" });
  const look = () => {
    const text = field.value.trim().replace(/[,\s]/g, ""), value = Number(text);
    if (!text || !Number.isFinite(value)) return void told.replaceChildren(make("span", {}, "Type a number, such as 12 or 0.5."));
    keep(text);
    const close = answers.find((answer) => Math.abs(Number(answer.text) - value) < 1e-9);
    return tell(close || { right: false, why: given.hint });
  };
  const node = make("form", { class: "row", onsubmit: (event) => { event.preventDefault(); look(); } }, field, given.unit ? make("span", {}, given.unit) : null, make("button", { type: "submit", class: "btn" }, "Look"));
  return { node, put: (text) => { field.value = text; look(); } };
}

export default { render: renderExercise };
