// Pointing at an engagement or a question underlines the words that tell of it; so does moving to
// it by keyboard. What was clicked stays underlined until something else is, or until Escape.
(() => {
  "use strict";
  let shown = null;
  let chosen = null;

  function show(key) {
    if (key === shown) return;
    document.querySelectorAll(".on-told").forEach((element) => element.classList.remove("on-told"));
    shown = key;
    if (!key) return;
    const told = document.querySelectorAll(`.text [data-told~="${key}"]`);
    told.forEach((element) => element.classList.add("on-told"));
  }

  const keyOf = (event) => {
    const entry = event.target.closest("[data-tells]");
    return entry ? entry.dataset.tells : null;
  };

  for (const moved of ["pointerover", "focusin"]) {
    document.addEventListener(moved, (event) => show(keyOf(event) || chosen));
  }
  document.addEventListener("click", (event) => {
    chosen = keyOf(event) || chosen;
    show(chosen);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    chosen = null;
    show(null);
  });
})();
