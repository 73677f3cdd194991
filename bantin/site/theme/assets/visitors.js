// How many people read the site, at its foot: the numbers that `bantin visits` writes beside the releases. The server
// answers 204 while there are none. Numbers that are missing, broken or too old are not shown.
const OLDEST = 15 * 60_000;
const here = new URL("..", import.meta.url);
const count = new Intl.NumberFormat("vi-VN");
const part = (name, value) => (Number.isSafeInteger(value) && value >= 0 ? [`${name} ${count.format(value)}`.replaceAll(" ", "\u00a0")] : []);

const show = (told) => {
  const line = document.createElement("p");
  const how = Object.assign(document.createElement("a"), { href: new URL("cam-ket/#dem-nguoi-xem", here), textContent: "Người xem" });
  line.className = "visitors";
  line.append(how, ": ", told.join(" · "));
  document.querySelector(".colophon .wide").append(line);
};

try {
  const answer = await fetch(new URL("luot-truy-cap.json", here), { cache: "no-store", credentials: "omit" });
  if (answer.status === 200) {
    const { format, at, online, today, yesterday } = await answer.json();
    // by the server's clock where it tells it: a reader's may be wrong
    const age = (Date.parse(answer.headers.get("Date")) || Date.now()) - Date.parse(at);
    if (format === 1 && Math.abs(age) < OLDEST) {
      const told = [...part("Trực tuyến", online), ...part("Hôm nay", today), ...part("Hôm qua", yesterday)];
      if (told.length) show(told);
    }
  }
} catch { /* no connection, or not what it should be: nothing is shown */ }
