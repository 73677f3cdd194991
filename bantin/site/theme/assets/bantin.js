// Light or dark ground, printing, and opening lists, closing a figure's source with Escape. Every page works without it.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const remembered = () => { try { return localStorage.getItem("nen"); } catch { return null; } };
  const chosen = remembered();
  if (chosen === "toi" || chosen === "sang") root.dataset.nen = chosen;

  const isDark = () => (root.dataset.nen ? root.dataset.nen === "toi" : dark.matches);

  addEventListener("DOMContentLoaded", () => {
    const toggle = document.querySelector("[data-does=theme]");
    const name = () => { toggle.textContent = isDark() ? "Nền sáng" : "Nền tối"; };
    toggle.addEventListener("click", () => {
      root.dataset.nen = isDark() ? "sang" : "toi";
      try { localStorage.setItem("nen", root.dataset.nen); } catch { /* the choice holds for this page */ }
      name();
    });
    dark.addEventListener("change", name);
    name();
    toggle.hidden = false;

    for (const button of document.querySelectorAll("[data-does=print]")) {
      button.addEventListener("click", () => print());
      button.hidden = false;
    }
  });

  // The search is fetched when a reader turns to it; until then a link to the archive stands in its place.
  const here = document.currentScript.src;
  const search = () => import(new URL("search.js", here).href);
  addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector("[data-does=search]");
    const page = document.querySelector("[data-does=search-page]");
    if (page) search().then(({ attachPage }) => attachPage(page));
    else {
      box.hidden = false;
      box.addEventListener("focusin", () => search().then(({ attachBox }) => attachBox(box)), { once: true });
    }
    document.querySelector(".to-archive").hidden = true;
  });

  // Browsers open a list that a link leads into, and print it open; older ones are helped.
  const opened = (all) => {
    for (const list of document.querySelectorAll("details")) {
      if (all || (location.hash.length > 1 && list.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`))) list.open = true;
    }
  };
  addEventListener("DOMContentLoaded", () => opened(false));
  addEventListener("hashchange", () => opened(false));
  addEventListener("beforeprint", () => opened(true));

  addEventListener("keydown", (event) => root.classList.toggle("quiet", event.key === "Escape"));
  addEventListener("pointermove", () => root.classList.remove("quiet"));
})();
