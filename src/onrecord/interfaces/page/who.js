// Choosing a name marks every mention of them in the text; arrow keys go from one to the next.
(() => {
  "use strict";
  const names = new Map([...document.querySelectorAll("[data-who]")].map((name) => [name.dataset.who, name]));
  let chosen = null;
  for (const name of names.values()) name.setAttribute("aria-expanded", "false");

  const mentions = (key) => document.querySelectorAll(`.text [data-mention~="${key}"]`);
  const links = () => [...names.get(chosen).parentElement.querySelectorAll(".details li a")];

  function drop() {
    if (!chosen) return;
    const name = names.get(chosen);
    if (name.parentElement.contains(document.activeElement)) name.focus({ preventScroll: true });
    name.removeAttribute("aria-current");
    name.setAttribute("aria-expanded", "false");
    name.parentElement.classList.remove("chosen");
    for (const mark of ["on-mention", "here"]) {
      document.querySelectorAll(`.${mark}`).forEach((element) => element.classList.remove(mark));
    }
    document.body.classList.remove("finding");
    chosen = null;
  }

  function choose(key) {
    drop();
    chosen = key;
    const name = names.get(key);
    const colour = getComputedStyle(name);
    for (const element of mentions(key)) {
      element.classList.add("on-mention");
      element.style.setProperty("--hue-mention", colour.getPropertyValue("--hue"));
      element.style.setProperty("--saturation-mention", colour.getPropertyValue("--saturation"));
    }
    name.setAttribute("aria-current", "true");
    name.setAttribute("aria-expanded", "true");
    name.parentElement.classList.add("chosen");
    document.body.classList.add("finding");
  }

  function bringIntoView(key) {
    const inView = ({ top, bottom }) => top >= 0 && bottom <= innerHeight;
    const found = [...mentions(key)];
    if (!found.length || found.some((element) => inView(element.getBoundingClientRect()))) return;
    document.getElementById(`${key}-1`).scrollIntoView({ block: "nearest" });
  }

  // A mention is cut into pieces where other marks begin or end.
  function go(link) {
    document.querySelectorAll(".here").forEach((element) => element.classList.remove("here"));
    const [from, to] = [Number(link.dataset.from), Number(link.dataset.to)];
    for (const element of mentions(chosen)) {
      const { start, end } = element.dataset;
      element.classList.toggle("here", from <= Number(start) && Number(end) <= to);
    }
    document.getElementById(link.hash.slice(1)).scrollIntoView({ block: "nearest" });
  }

  // Moves the list only, never the page.
  function bringIntoList(name) {
    const details = name.closest("details");
    if (details) details.open = true;
    const list = name.closest(".sources");
    const [inner, outer] = [name.getBoundingClientRect(), list.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top;
  }

  function chooseInText(keys) {
    const next = keys[keys.indexOf(chosen) + 1];
    if (!next) return drop();
    choose(next);
    return bringIntoList(names.get(next));
  }

  document.addEventListener("click", (event) => {
    const name = event.target.closest("[data-who]");
    const link = event.target.closest(".details li a");
    const words = event.target.closest("[data-mention]");
    if (name) {
      event.preventDefault();
      const key = name.dataset.who;
      if (chosen === key) return drop();
      choose(key);
      bringIntoView(key);
    } else if (link) {
      event.preventDefault();
      go(link);
    } else if (words && !words.dataset.said && getSelection().isCollapsed) {
      chooseInText(words.dataset.mention.split(" "));
    }
    return undefined;
  });

  document.addEventListener("focusin", (event) => {
    const link = event.target.closest(".details li a");
    if (link) go(link);
  });

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return drop();
    const step = STEPS[event.key];
    const plain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
    if (!step || !plain || !chosen) return undefined;
    const [name, active] = [names.get(chosen), document.activeElement];
    if (!name.parentElement.contains(active)) return undefined;
    event.preventDefault();
    const stops = [name, ...links()];
    const next = stops[stops.indexOf(active) + step];
    return next && next.focus();
  });
})();
