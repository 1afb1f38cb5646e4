// Pointing at marked words, or moving to their number, shows who said them, and how sure that is.
(() => {
  "use strict";
  const LINGER = 160; // milliseconds in which the pointer can move from the words to the card
  const card = document.getElementById("card");
  const flags = [...document.querySelectorAll(".flag")];
  let shown = null;
  let pinned = false;
  let leaving = 0;

  const each = (attribute, key) => document.querySelectorAll(`[${attribute}~="${key}"]`);
  const entryOf = (key) => document.getElementById(`${key}-entry`);
  const hueOf = (element) => [...element.classList].find((name) => name.startsWith("hue-"));

  function hide() {
    clearTimeout(leaving);
    for (const name of ["on", "on-source", "on-cue"]) {
      document.querySelectorAll(`.${name}`).forEach((element) => element.classList.remove(name));
    }
    document.body.classList.remove("reading");
    card.hidden = true;
    shown = null;
    pinned = false;
  }

  function show(key, withCard) {
    clearTimeout(leaving);
    if (shown !== key) {
      hide();
      shown = key;
      document.body.classList.add("reading");
      const flag = document.getElementById(key);
      const colour = getComputedStyle(flag);
      for (const element of each("data-source", key)) {
        element.classList.add("on-source");
        element.style.setProperty("--hue-on", colour.getPropertyValue("--hue"));
        element.style.setProperty("--saturation-on", colour.getPropertyValue("--saturation"));
      }
      each("data-said", key).forEach((element) => element.classList.add("on"));
      each("data-cue", key).forEach((element) => element.classList.add("on-cue"));
      flag.classList.add("on");
      bringIntoList(entryOf(key));
    }
    if (withCard) place(key);
  }

  // Moves the list only, never the page.
  function bringIntoList(entry) {
    entry.classList.add("on");
    const list = entry.closest(".sources");
    const [inner, outer] = [entry.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top;
    else if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom;
  }

  function place(key) {
    const flag = document.getElementById(key);
    card.className = hueOf(flag);
    const told = entryOf(key).querySelectorAll(".how, .why");
    card.replaceChildren(...[...told].map((part) => part.cloneNode(true)));
    card.hidden = false;
    const [left, top] = freePlace(flag.getClientRects()[0], key);
    card.style.left = `${scrollX + left}px`;
    card.style.top = `${scrollY + top}px`;
  }

  // Near the first line of the statement, where the card covers no word of it, its source or cue.
  function freePlace(first, key) {
    const GAP = 10; // pixels
    const [width, height] = [card.offsetWidth, card.offsetHeight];
    const said = lines(each("data-said", key));
    const words = [...said, ...lines(each("data-source", key)), ...lines(each("data-cue", key))];
    const left = Math.max(16, Math.min(first.left, document.documentElement.clientWidth - width - 16));
    const inView = (top, bottom) => top >= 0 && bottom <= innerHeight;
    const apart = (top) => (line) =>
      line.bottom < top || line.top > top + height || line.right < left || line.left > left + width;
    const above = words.map((line) => line.top - height - GAP).sort((a, b) => b - a);
    const below = words.map((line) => line.bottom + GAP).sort((a, b) => a - b);
    const top = [...above.filter((top) => top < first.top), ...below.filter((top) => top > first.top)]
      .find((top) => inView(top, top + height) && words.every(apart(top)));
    if (top !== undefined) return [left, top];
    const visible = said.some((line) => inView(line.top, line.bottom));
    return [left, visible ? innerHeight - height - GAP : said.at(-1).bottom + GAP];
  }

  const lines = (elements) => [...elements].flatMap((element) => [...element.getClientRects()]);

  function leave() {
    clearTimeout(leaving);
    const focused = document.activeElement;
    if (pinned || (focused && focused.id === shown)) return;
    leaving = setTimeout(hide, LINGER);
  }

  function pin(key) {
    show(key, true);
    pinned = true;
  }

  document.addEventListener("pointerover", (event) => {
    if (card.contains(event.target)) return clearTimeout(leaving);
    if (pinned) return undefined;
    const words = event.target.closest("[data-said]");
    if (words) return show(words.dataset.said.split(" ")[0], true);
    const flag = event.target.closest(".flag");
    if (flag) return show(flag.id, true);
    const entry = event.target.closest(".entry");
    if (entry) return show(entry.dataset.key, false);
    return shown ? leave() : undefined;
  });
  document.documentElement.addEventListener("pointerleave", leave);

  // A second click on words that stand in several statements goes on to the next of them.
  document.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed || card.contains(event.target)) return;
    const flag = event.target.closest(".flag");
    const words = event.target.closest("[data-said]");
    if (flag) {
      event.preventDefault();
      pin(flag.id);
    } else if (words) {
      const keys = words.dataset.said.split(" ");
      const next = pinned ? keys.indexOf(shown) + 1 : 0;
      if (next < keys.length) pin(keys[next]);
      else hide();
    } else if (!event.target.closest(".entry")) hide();
  });

  document.addEventListener("focusin", (event) => {
    const flag = event.target.closest(".flag");
    const entry = event.target.closest(".entry");
    if (flag) {
      show(flag.id, true);
      pinned = false;
    } else if (entry) show(entry.dataset.key, false);
    else hide();
  });
  document.addEventListener("focusout", () => leave());

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    const step = STEPS[event.key];
    const from = flags.findIndex((flag) => flag === document.activeElement || (pinned && flag.id === shown));
    const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (!step || from < 0 || !plain) return undefined;
    event.preventDefault();
    const next = flags[from + step];
    return next && next.focus();
  });

  // Focus may scroll the page after the card was placed.
  for (const moved of ["resize", "scroll"]) {
    addEventListener(moved, () => shown && !card.hidden && place(shown), { passive: true });
  }
})();
