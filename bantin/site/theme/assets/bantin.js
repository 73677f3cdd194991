// Light or dark ground, the tools of an article, opening lists, telling what a figure or an abbreviation is.
// Every page works without it: what it adds appears with it.
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const remembered = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  const remember = (name, value) => { try { localStorage.setItem(name, value); } catch { /* it holds for this page */ } };
  const chosen = remembered("nen");
  if (chosen === "toi" || chosen === "sang") root.dataset.nen = chosen;

  const isDark = () => (root.dataset.nen ? root.dataset.nen === "toi" : dark.matches);

  addEventListener("DOMContentLoaded", () => {
    const toggle = document.querySelector("[data-does=theme]");
    const name = () => { toggle.textContent = isDark() ? "Nền sáng" : "Nền tối"; };
    toggle.addEventListener("click", () => {
      root.dataset.nen = isDark() ? "sang" : "toi";
      remember("nen", root.dataset.nen);
      name();
    });
    dark.addEventListener("change", name);
    name();
    toggle.hidden = false;

    for (const [does, use] of Object.entries(tools)) {
      for (const button of document.querySelectorAll(`[data-does=${does}]`)) {
        use(button);
        button.hidden = false;
      }
    }
  });

  // The tools of a page: each is told its button, and what the button does.
  const sizes = { "": "vừa", "chu-lon": "lớn", "chu-rat-lon": "rất lớn" };
  const names = Object.keys(sizes);
  const size = () => names.find((name) => name && root.classList.contains(name)) ?? "";
  const grow = (name) => {
    root.classList.remove("chu-lon", "chu-rat-lon");
    if (name && name in sizes) root.classList.add(name);
  };
  grow(remembered("co-chu"));

  // The citation stands in the page; where the address of the site is not known, it is that of the reader.
  const citation = () => {
    const [words, link] = [document.querySelector(".citation"), document.querySelector(".citation a")];
    if (link.textContent.startsWith("/")) link.textContent = link.href;
    return { words: words.textContent.trim(), address: link.textContent };
  };
  const told = (words) => { document.querySelector(".tools [role=status]").textContent = words; };
  const copy = async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      told(done);
    } catch { // no secure page, or not allowed: readers copy it themselves
      const place = document.getElementById("trich-dan");
      place.open = true;
      place.scrollIntoView();
      getSelection().selectAllChildren(place.querySelector(".citation"));
      told("Trích dẫn đã được chọn ở cuối bài để chép.");
    }
  };
  const tools = {
    print: (button) => button.addEventListener("click", () => print()),
    size: (button) => {
      const name = () => { button.textContent = `Cỡ chữ: ${sizes[size()]}`; };
      button.addEventListener("click", () => {
        grow(names[(names.indexOf(size()) + 1) % names.length]);
        remember("co-chu", size());
        name();
      });
      name();
    },
    cite: (button) => {
      citation();
      button.addEventListener("click", () => copy(citation().words, "Đã chép trích dẫn."));
    },
    share: (button) => {
      if (!navigator.share) button.textContent = "Chép địa chỉ";
      button.addEventListener("click", () => {
        const { address } = citation();
        if (navigator.share) navigator.share({ title: document.title, url: address }).catch(() => {});
        else copy(address, "Đã chép địa chỉ của bài.");
      });
    },
  };

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
    // How many people read the site, where that is switched on, is fetched when a reader comes to its foot.
    const foot = document.querySelector("[data-does=visitors]");
    if (foot) new IntersectionObserver(([met]) => met.isIntersecting && import(new URL("visitors.js", here).href)).observe(foot);
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

  // What a figure or an abbreviation is, fetched when a reader points at one; a touch is not led away before it is read.
  let telling;
  for (const kind of ["pointerover", "focusin", "click"]) {
    addEventListener(kind, (event) => {
      const of = event.target.closest?.("#noi-dung :is(.figure, .short, abbr[title])");
      if (!of || (kind === "click" && event.pointerType !== "touch")) return;
      if (kind === "click") event.preventDefault();
      telling ??= import(new URL("told.js", here).href);
      telling.then(({ tell }) => tell(of, event));
    });
  }
})();
