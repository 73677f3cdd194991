// Light or dark ground, printing, and closing a figure's source with Escape. Every page works without it.
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

  addEventListener("keydown", (event) => root.classList.toggle("quiet", event.key === "Escape"));
  addEventListener("pointermove", () => root.classList.remove("quiet"));
})();
