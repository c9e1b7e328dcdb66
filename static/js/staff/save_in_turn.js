// Wagtail saves a draft by itself, and does not know of the form that is being submitted at that moment: a new entry
// is then made twice, and the second one meets the first one's address. Here each save waits for the one before it.

const autosaveOf = (form) => window.wagtail.app.getControllerForElementAndIdentifier(form, "w-autosave");

async function submitAfter(autosave, form, submitter) {
  await autosave.submitPromise;
  if (submitter?.name) {
    // Wagtail has disabled the button by now, and a form does not send what is disabled.
    const pressed = Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value });
    form.append(pressed);
  }
  form.requestSubmit();
}

document.addEventListener("submit", (event) => {
  const autosave = autosaveOf(event.target);
  if (!autosave) return;
  autosave.activeValue = false; // Nothing is saved behind the back of the request that is now under way.
  if (autosave.submitPromise) {
    event.preventDefault();
    event.stopImmediatePropagation();
    submitAfter(autosave, event.target, event.submitter);
  }
}, { capture: true });

// Another script kept the form here, to ask something first: go on saving drafts.
document.addEventListener("submit", (event) => {
  const autosave = autosaveOf(event.target);
  if (autosave && event.defaultPrevented) autosave.activeValue = true;
});
