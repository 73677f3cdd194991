// What a figure or an abbreviation is, told beside it: on hover, on focus, and to a touch with a link to where it leads.
// The words are those of the page: its list of sources, its abbreviations.

const root = document.documentElement;
const note = Object.assign(document.createElement("span"), { className: "told-here" });
let shown = null, title = "", leaving = 0;

const line = (words, name = "span") => Object.assign(document.createElement(name), { textContent: words });

const lines = (of) => {
  if (of.matches("abbr")) return [line(of.title)];
  const told = (of.getAttribute("aria-describedby") ?? "").split(" ")
    .map((id) => document.getElementById(id)).filter(Boolean);
  if (!told.length) return of.dataset.source ? [line(of.dataset.source)] : [];
  return [line(told.at(-1).closest("[data-says]").dataset.says, "small"), ...told.map((one) => {
    const copy = one.cloneNode(true);
    if (one.matches("li")) copy.querySelector("b")?.remove();
    return line(copy.textContent.trim().replace(/\s+/g, " "));
  })];
};

const onward = (holder, of) => {
  const below = of.matches("abbr") || holder.getAttribute("href").startsWith("#");
  return Object.assign(line(below ? "Xem ở cuối bài" : "Xem trong bảng số liệu", "a"), { href: holder.href });
};

const hide = () => {
  clearTimeout(leaving);
  if (shown?.matches("abbr")) shown.title = title;
  note.remove();
  shown = null;
};

const place = (of) => {
  const at = of.getClientRects()[0], { offsetWidth: width, offsetHeight: height } = note;
  const top = at.top > height + 8 ? at.top - height - 6 : at.bottom + 6;
  note.style.left = `${Math.max(16, Math.min(at.left, root.clientWidth - width - 16)) + scrollX}px`;
  note.style.top = `${top + scrollY}px`;
};

const show = (of, touched) => {
  const told = lines(of), holder = of.closest("a") ?? of;
  if (!told.length) return;
  note.replaceChildren(...told);
  if (touched && holder.href) note.append(onward(holder, of));
  if (of.matches("abbr")) [title, of.title] = [of.title, ""]; // else browsers show it a second time
  holder.after(note);
  shown = of;
  place(of);
};

// found: the figure or the abbreviation, or the link around one; event: what the reader did with it.
export const tell = (found, event) => {
  const of = found.querySelector("abbr") ?? found, touched = event.type === "click";
  if (!touched && event.type === "pointerover" && event.pointerType !== "mouse") return;
  if (!touched && event.type === "focusin" && !found.matches(":focus-visible")) return;
  clearTimeout(leaving);
  if (of === shown) return;
  hide();
  show(of, touched);
};

const leave = () => {
  clearTimeout(leaving);
  leaving = setTimeout(hide, 150);
};
const kept = (target) => note.contains(target) || shown?.contains(target);
addEventListener("pointerover", (event) => {
  if (note.contains(event.target)) clearTimeout(leaving);
  else if (shown && event.pointerType === "mouse" && !kept(event.target)) leave();
});
addEventListener("focusout", (event) => { if (!note.contains(event.relatedTarget)) leave(); });
addEventListener("pointerdown", (event) => { if (!kept(event.target)) hide(); });
addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
