// Search over the finished pages: loaded when a reader turns to the box, not before. The index lies in pieces beside
// the page of the search (bantin/site/search/writing.py); words are folded as in bantin/language/folding.py.

const site = new URL("../", import.meta.url);
const folder = new URL("tim-kiem/", site);

// ---- words ----

const WORD = /[0-9]+(?:[.,][0-9]+)*|\p{L}+/gu;
const GROUPED = /^[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?$/;
const TONES = { "\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5" };

/** A word in small letters with the number of its tone at its end: "Ủy" and "uỷ" are "uy3", "4.300" is "4300". */
export const toned = (word) => {
  if (/^[0-9]/.test(word)) return GROUPED.test(word) ? word.replaceAll(".", "") : word;
  let letters = "";
  let tones = "";
  for (const sign of word.toLowerCase().normalize("NFD")) {
    if (sign in TONES) tones += TONES[sign];
    else letters += sign;
  }
  return letters.normalize("NFC") + tones;
};

/** Toned words without any mark. */
export const folded = (term) =>
  term.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đð]/g, "d").replace(/(?<=\p{L})[1-5]+/gu, "");

/** The words of a text with the place of each: [{ at, end, toned }]. The text must be composed (NFC). */
const placed = (text) =>
  Array.from(text.matchAll(WORD), (found) => ({ at: found.index, end: found.index + found[0].length, toned: toned(found[0]) }));

const words = (text) => placed(text.normalize("NFC")).map((word) => word.toned);

/**
 * A query as what it asks for: each word once, the pairs that stand together, the phrases in quotation marks, and the
 * whole as the name that it may be.
 */
export const asked = (query) => {
  const phrases = [];
  const rest = query.normalize("NFC").replace(/["“”„«»]([^"“”„«»]+)["“”„«»]?/g, (_, phrase) => {
    phrases.push(words(phrase));
    return " \n ";
  });
  const runs = [...phrases, ...rest.split("\n").map(words)].filter((run) => run.length);
  const pairs = (run) => run.slice(1).map((word, at) => `${run[at]} ${word}`);
  return {
    name: runs.length === 1 ? runs[0].join(" ") : "",
    words: [...new Set(runs.flat())],
    pairs: [...new Set(runs.flatMap(pairs))],
    phrases: phrases.filter((phrase) => phrase.length),
    needed: new Set(phrases.flatMap(pairs)),
  };
};

// ---- the index ----

const fetched = new Map();

const get = async (name, how = {}) => {
  const answer = await fetch(new URL(name, folder), how);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
};

const kept = (name) => {
  if (!fetched.has(name)) fetched.set(name, get(name).catch((error) => { fetched.delete(name); throw error; }));
  return fetched.get(name);
};

const piece = (term, pieces) => {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(term)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return ((value ^ (value >>> 16)) >>> 0) % pieces;
};

/** The forms of a folded term: { toned: [posting, difference, …] }. */
const forms = async ({ terms }, term) => {
  const at = piece(term, terms.length);
  return (await kept(`terms/${at}-${terms[at]}.json`))[term] ?? {};
};

/** The overview with the page that has a number: the pages are told in their order, each by the difference to the one before. */
const opened = async () => {
  const overview = await kept("index.json");
  if (!overview.pages) {
    let number = 0;
    overview.pages = new Map(overview.number.map((step, page) => [number += step, page]));
    overview.numbers = [...overview.pages.keys()];
  }
  return overview;
};

/** Everything is asked for anew, whatever a browser keeps of it. */
const renew = () => {
  fetched.clear();
  fetched.set("index.json", get("index.json", { cache: "reload" }));
};

/** Runs work on the overview; once more on a fresh one where pieces are gone because the site has changed. */
const withOverview = async (work) => {
  try {
    return await work(await opened());
  } catch {
    renew();
    return work(await opened());
  }
};

// ---- finding ----

const PLACES = 4;
const NAME = 3;
const WEIGHTS = [1, 2.5, 6, 6];
const PAIR = 1.5;

/** Pages that are looked up by name, as in a register: they stand below the news and the years that answer as well. */
const ENTRIES = ["indicator", "organisation"];

/** The entry whose very name was typed stands below so many others. */
const ABOVE_NAMED = 2;

const kindOf = (overview, page) => overview.kinds[overview.kind[page]];

/**
 * A term on all pages: { best, rare }. best: for each page 0, or 1 and the best place the term stands at, and PLACES more
 * where it stands with the very marks that were typed; rare: how much it tells one page from another.
 */
const standing = (found, term, pages) => {
  const plain = folded(term) === term;
  const best = new Uint8Array(pages.size);
  for (const [form, steps] of Object.entries(found)) {
    const least = plain || form === term ? 1 + PLACES : 1;
    let posting = 0;
    for (const step of steps) {
      posting += step;
      const page = pages.get(Math.floor(posting / PLACES));
      best[page] = Math.max(best[page], least + (posting % PLACES));
    }
  }
  return { best, rare: Math.log(1 + pages.size / (1 + best.reduce((held, value) => held + (value > 0), 0))) };
};

const placeOf = (value) => (value - 1) % PLACES;
const isOwn = (value) => value > PLACES;

/** The pages that answer a query by their places, the best first: { all: every word is on them, pages }. */
const find = async (overview, query) => {
  const { name, words: wanted, pairs, needed } = asked(query);
  if (!wanted.length) return { all: true, pages: [] };
  const [singles, doubles, [named]] = await Promise.all([wanted, pairs, name ? [name] : []].map((terms) =>
    Promise.all(terms.map(async (term) => standing(await forms(overview, folded(term)), term, overview.pages)))));
  const answers = [];
  for (let page = 0; page < overview.kind.length; page += 1) {
    const answer = { page, entry: ENTRIES.includes(kindOf(overview, page)), words: 0, own: 0, near: 0, needed: 0, score: 0 };
    for (const { best, rare } of singles) {
      if (!best[page]) continue;
      answer.words += 1;
      answer.own += isOwn(best[page]);
      answer.score += rare * WEIGHTS[placeOf(best[page])];
    }
    doubles.forEach(({ best, rare }, at) => {
      if (!best[page]) return;
      answer.near += isOwn(best[page]);
      answer.score += PAIR * rare * WEIGHTS[placeOf(best[page])] * (isOwn(best[page]) ? 1 : 0.7);
      answer.needed += needed.has(pairs[at]);
    });
    if (answer.words) answers.push(answer);
  }
  const whole = answers.filter((answer) => answer.words === wanted.length && answer.needed === needed.size);
  const all = whole.length > 0 || needed.size > 0;
  const ranked = (all ? whole : answers).sort((one, two) =>
    two.words - one.words || two.own - one.own || one.entry - two.entry
    || two.near - one.near || two.score - one.score || one.page - two.page);
  const isNamed = ({ page }) => isOwn(named?.best[page]) && placeOf(named.best[page]) === NAME;
  const others = ranked.filter((answer) => !isNamed(answer));
  others.splice(ABOVE_NAMED, 0, ...ranked.filter(isNamed));
  return { all, pages: others.map((answer) => answer.page) };
};

/** What a list of results shows of a page: { address, title, line }; of one without a date, of what kind it is. */
const shown = async (overview, page) => {
  const number = overview.numbers[page];
  const run = Math.floor(number / overview.run);
  const [address, title, dateLine, mark] = (await kept(`pages/${run}-${overview.lists[run]}.json`))[number];
  const kind = kindOf(overview, page);
  const line = [dateLine || (kind !== "page" && KINDS[kind]), mark].filter(Boolean).join(" · ");
  return { address: new URL(address.replace(/^\//, ""), site).href, title, line };
};

// ---- what the reader sees ----

const element = (name, className, ...inside) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...inside);
  return made;
};

/**
 * The words of a text that answer a query. A word typed with marks is the one with those marks where the text has it;
 * a word that stands beside its neighbour of the query somewhere counts only there ("kỳ họp" is not "kỷ luật");
 * strict: a word that has a neighbour in the query counts nowhere else.
 */
const hits = (text, { words: wanted, pairs }, strict = false) => {
  const plain = new Set(wanted.map(folded));
  const found = placed(text).map((word) => ({ ...word, plain: folded(word.toned) })).filter((word) => plain.has(word.plain));
  const together = new Set(pairs.map(folded));
  const besides = new Set();
  found.forEach((word, at) => {
    const next = found[at + 1];
    if (next && next.at - word.end <= 2 && together.has(`${word.plain} ${next.plain}`)) besides.add(word).add(next);
  });
  const paired = new Set(strict ? [...together].flatMap((pair) => pair.split(" ")) : [...besides].map((word) => word.plain));
  const own = new Set(found.filter((word) => wanted.includes(word.toned)).map((word) => word.plain));
  return found.filter((word) => (!paired.has(word.plain) || besides.has(word))
    && (!own.has(word.plain) || wanted.includes(word.toned) || wanted.includes(word.plain)));
};

/** A stretch of a text as nodes, what answers a query inside <mark>: neighbours together. */
const marked = (text, query, { from = 0, to = text.length, strict = false } = {}) => {
  const nodes = [];
  let at = from;
  let open = null;
  for (const word of hits(text, query, strict)) {
    if (word.at < from || word.end > to) continue;
    const between = text.slice(at, word.at);
    if (open && between === " ") open.append(` ${text.slice(word.at, word.end)}`);
    else nodes.push(between, open = element("mark", "", text.slice(word.at, word.end)));
    at = word.end;
  }
  return [...nodes, text.slice(at, to)];
};

const BLOCKS = "h2, h3, p, li, tr, dt, dd, caption, figcaption";
const UNSEARCHED = "sup, .dateline, .kicker, .tools, .sources, .related, .across, [aria-labelledby=cac-bai], nav, button, script, noscript, style, template";
const LENGTH = 220;

/** The text of a block; what stands on a line of its own inside it is set off. */
const textOf = (block) => (block.localName === "tr"
  ? [...block.cells].map((cell) => cell.textContent.trim()).filter(Boolean).join(" · ")
  : block.textContent).replace(/\s+/g, " ").trim().normalize("NFC");

const holdsPhrases = (text, phrases) => {
  const whole = ` ${words(text).map(folded).join(" ")} `;
  return phrases.every((phrase) => whole.includes(` ${phrase.map(folded).join(" ")} `));
};

/** The stretch of a finished page that answers a query best: { nodes, anchor }, or null where a phrase is not on it. */
const excerpt = async (address, query) => {
  const wanted = asked(query);
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const article = page.querySelector("article");
  article.querySelectorAll(UNSEARCHED).forEach((unsearched) => unsearched.remove());
  if (!holdsPhrases(article.textContent, wanted.phrases)) return null;
  article.querySelectorAll("p, div, small, ul, ol, br").forEach((inner) => inner.prepend(" "));
  let best = { score: 0 };
  for (const block of article.querySelectorAll(BLOCKS)) {
    if (block.localName === "li" && block.querySelector("li, p")) continue;
    const text = textOf(block);
    const found = hits(text, wanted);
    const different = new Set(found.map((word) => word.plain)).size;
    const own = new Set(found.map((word) => word.toned).filter((word) => wanted.words.includes(word))).size;
    const close = found.slice(1).filter((word, at) => word.at - found[at].end === 1).length;
    const score = different * 4 + own * 2 + Math.min(close, 4);
    if (score > best.score) best = { score, text, first: found[0], block };
  }
  if (!best.score) return { nodes: [], anchor: "" };
  let from = best.text.length > LENGTH ? Math.max(0, best.first.at - LENGTH / 4) : 0;
  if (from) from = best.text.indexOf(" ", from) + 1;
  let to = Math.min(best.text.length, from + LENGTH);
  if (to < best.text.length) to = best.text.lastIndexOf(" ", to);
  const nodes = marked(best.text, wanted, { from, to });
  const anchor = best.block.closest("tr[id], [id] > tr")?.id ?? "";
  return { nodes: [from ? "… " : "", ...nodes, to < best.text.length ? " …" : ""], anchor };
};

const titleLink = ({ address, title }, query) => {
  const link = element("a", "", ...marked(title.normalize("NFC"), asked(query), { strict: true }));
  link.href = address;
  return link;
};

const number = (count) => new Intl.NumberFormat("vi-VN").format(count);

const howMany = ({ all, pages }) => {
  if (!pages.length) return "Không có trang nào có các từ này. Thử bớt từ, hoặc xem kho lưu trữ.";
  return all ? `${number(pages.length)} trang có đủ các từ này.` : `Không trang nào có đủ các từ này; ${number(pages.length)} trang có một phần.`;
};

const FAILED = "Chưa tìm được: không tải được dữ liệu tìm kiếm. Hãy thử lại, hoặc xem kho lưu trữ.";

/** What a query finds whose last word may not be finished: where it is on no page with the others, they answer. */
const findWhileTyped = async (overview, query) => {
  const found = await find(overview, query);
  const finished = query.replace(/\S+$/u, "").trim();
  if (found.all || !finished) return found;
  const answered = await find(overview, finished);
  return answered.all && answered.pages.length ? answered : found;
};

/** The short list below the box in the masthead. */
export const attachBox = (form) => {
  const input = form.elements.q;
  const panel = form.querySelector(".found");
  const status = form.querySelector("[role=status]");
  let turn = 0;
  let waiting;
  const show = async () => {
    const query = input.value.trim();
    const mine = ++turn;
    if (query.length < 2) { panel.hidden = true; status.textContent = ""; return; }
    let children;
    let told = FAILED;
    try {
      const { found, pages } = await withOverview(async (overview) => {
        const answered = await findWhileTyped(overview, query);
        return { found: answered, pages: await Promise.all(answered.pages.slice(0, 5).map((page) => shown(overview, page))) };
      });
      children = pages.map((page) => element("li", "", titleLink(page, query), element("p", "dateline", page.line)));
      told = howMany(found);
    } catch { children = []; }
    if (mine !== turn) return;
    const whole = element("a", "", "Xem tất cả kết quả");
    whole.href = `${folder.href}?q=${encodeURIComponent(query)}`;
    panel.replaceChildren(element("p", "", told), ...(children.length ? [element("ol", "", ...children), whole] : []));
    panel.hidden = false;
    status.textContent = told;
  };
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 150); });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.preventDefault();
    panel.hidden = true;
    input.focus();
  });
  form.addEventListener("focusout", (event) => { if (event.relatedTarget && !form.contains(event.relatedTarget)) panel.hidden = true; });
  addEventListener("pointerdown", (event) => { if (!form.contains(event.target)) panel.hidden = true; });
  if (input.value) show();
};

const BATCH = 10;
const KINDS = {
  article: "Tin",
  statistics: "Số liệu theo kỳ",
  indicator: "Số liệu theo chỉ tiêu",
  organisation: "Số liệu theo cơ quan",
  page: "Trang khác",
};

/** The page of the search: box, filters, results with their excerpts. */
export const attachPage = (form) => {
  const list = form.parentElement.querySelector(".results");
  const status = form.parentElement.querySelector("[role=status]");
  const more = form.parentElement.querySelector("[data-does=more]");
  const filters = ["nam", "co-quan", "loai"].map((name) => form.elements[name]);
  const address = new URL(location.href);
  form.elements.q.value = address.searchParams.get("q") ?? "";
  let turn = 0;
  let next = () => {};

  const passes = (overview, page, [year, body, kind]) =>
    (!year || String(overview.year[page]) === year) &&
    (!body || overview.body[page].some((number) => overview.bodies[number] === body)) &&
    (!kind || kindOf(overview, page) === kind);

  const fill = (select, values, names = (value) => value) => {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    const before = select.value || address.searchParams.get(select.name) || "";
    if (before && !counts.has(before)) counts.set(before, 0);
    const order = [...counts].sort(([one], [two]) => (select.name === "nam" ? two.localeCompare(one) : names(one).localeCompare(names(two), "vi")));
    select.replaceChildren(select.options[0], ...order.map(([value, count]) => {
      const option = element("option", "", `${names(value)} (${number(count)})`);
      option.value = value;
      return option;
    }));
    select.value = before;
  };

  const item = (page, query) => {
    const link = titleLink(page, query);
    const text = element("p", "excerpt");
    const made = element("li", "", element("h2", "", link), element("p", "dateline", page.line), text);
    excerpt(page.address, query).then((found) => {
      if (!found) { made.remove(); return; }
      text.replaceChildren(...found.nodes);
      if (found.anchor) link.href = `${page.address}#${encodeURIComponent(found.anchor)}`;
    }).catch(() => text.remove());
    return made;
  };

  const show = async () => {
    const query = form.elements.q.value.trim();
    const mine = ++turn;
    address.searchParams.set("q", query);
    for (const filter of filters) {
      const value = filter.options.length > 1 ? filter.value : address.searchParams.get(filter.name) ?? "";
      if (value) address.searchParams.set(filter.name, value);
      else address.searchParams.delete(filter.name);
    }
    history.replaceState(null, "", address);
    list.replaceChildren();
    more.hidden = true;
    status.textContent = query ? "Đang tìm…" : "";
    if (!query) return;
    try { await withOverview((overview) => answer(overview, query, mine)); } catch { if (mine === turn) status.textContent = FAILED; }
  };

  const answer = async (overview, query, mine) => {
    const found = await find(overview, query);
    if (mine !== turn) return;
    fill(filters[0], found.pages.map((page) => String(overview.year[page])).filter((year) => year !== "0"));
    fill(filters[1], found.pages.flatMap((page) => overview.body[page].map((number) => overview.bodies[number])));
    fill(filters[2], found.pages.map((page) => kindOf(overview, page)), (kind) => KINDS[kind] ?? kind);
    const chosen = filters.map((filter) => filter.value);
    const pages = found.pages.filter((page) => passes(overview, page, chosen));
    status.textContent = howMany({ all: found.all, pages });
    let at = 0;
    next = async () => {
      const batch = pages.slice(at, at + BATCH);
      at += batch.length;
      const told = await Promise.all(batch.map((page) => shown(overview, page)));
      if (mine !== turn) return null;
      const items = told.map((page) => item(page, query));
      list.append(...items);
      more.hidden = at >= pages.length;
      return items[0];
    };
    await next();
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
  filters.forEach((filter) => filter.addEventListener("change", show));
  more.addEventListener("click", async () => {
    try { (await next())?.querySelector("a").focus(); } catch { renew(); show(); }
  });
  form.hidden = false;
  show();
};
