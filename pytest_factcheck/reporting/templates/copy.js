"use strict";
(() => {
  const root = document.documentElement;
  const GRAVEST = ["contradicts", "may", "unsure", "waived", "agrees"];
  const WIDE = matchMedia("(min-width: 64rem)");
  const DARK = matchMedia("(prefers-color-scheme: dark)");
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const list = (text) => (text || "").split(" ").filter(Boolean);

  // ---------------------------------------------------------------- dark and light
  const store = {
    get: (key) => { try { return localStorage.getItem("factcheck-" + key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem("factcheck-" + key, value); } catch { /* private window */ } },
  };
  const isDark = () => (root.dataset.theme || (DARK.matches ? "dark" : "light")) === "dark";
  const chosen = store.get("theme");
  if (chosen === "dark" || chosen === "light") root.dataset.theme = chosen;
  root.classList.add("js");
  if (/^#a\d/.test(location.hash)) root.classList.add("html-article");

  const showTheme = () => byId("theme").setAttribute("aria-pressed", String(isDark()));
  const switchTheme = () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    store.set("theme", root.dataset.theme);
    showTheme();
  };

  // ---------------------------------------------------------------- views
  let view = null;

  // Of a large copy, an article is text until it is opened. Its words were escaped when the copy was made.
  const build = (number) => {
    const ready = byId("a" + number);
    const kept = byId("t" + number);
    if (ready || !kept) return ready;
    const made = new DOMParser().parseFromString(kept.textContent, "text/html").querySelector("article");
    for (const gap of all(".fill", made)) {
      const fact = all("template[data-fact]").find((t) => t.dataset.fact === gap.dataset.fact);
      gap.replaceWith(fact ? fact.content.cloneNode(true) : "");
    }
    kept.replaceWith(made);
    return made;
  };

  const open = (next) => {
    if (!next || next === view) return false;
    if (view) view.classList.remove("shown");
    view = next;
    view.classList.add("shown");
    const isIndex = view.id === "index";
    root.classList.toggle("html-article", !isIndex);
    root.classList.toggle("html-index", isIndex);
    document.title = isIndex ? "Fact check" : view.querySelector("h1").textContent + " · Fact check";
    if (!isIndex) { paint(); place(); }
    return true;
  };

  const route = () => {
    if (view && location.hash === "#content") return;
    const [, number, what, part] = /^#a(\d+)(?:([scu])(\d+))?$/.exec(location.hash) || [];
    const target = number ? build(number) : byId("index") || document.querySelector(".copy");
    const changed = open(target);
    if (!view) return;
    if (part && go(number, what, part)) return;
    if (changed && started) {
      scrollTo(0, 0);
      (view.id === "index" ? byId("content") : view).focus({ preventScroll: true });
    }
  };

  const visit = (hash) => {
    if (hash !== location.hash) history.pushState(null, "", hash);
    route();
  };

  const go = (number, what, part) => {
    const found = byId(`a${number}${what}${part}`) || byId(`a${number}c${part}`);
    if (!found) return false;
    const name = found.matches(".card") ? "c" : what;
    if (name === "u") return glance(found);
    reveal(part);
    if (name === "c") {
      found.open = true;
      place();
      focus(found.querySelector("summary"));
    } else focus(found);
    return true;
  };

  const glance = (words) => {
    all("u.active").forEach((other) => other.classList.remove("active"));
    words.classList.add("active");
    words.tabIndex = -1;
    focus(words);
    return true;
  };

  const focus = (element) => {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center" });
  };

  // ---------------------------------------------------------------- the marks of an article
  const cardOf = (number) => byId(view.id + "c" + number);
  const markOf = (card) => GRAVEST.find((mark) => card.classList.contains(mark));
  const isShown = (mark) => !view.classList.contains("hide-" + mark);

  const paint = () => {
    for (const words of all("mark", view)) {
      const marks = list(words.dataset.s).map((n) => markOf(cardOf(n))).filter(isShown);
      words.classList.remove(...GRAVEST, "off");
      words.classList.add(GRAVEST.find((mark) => marks.includes(mark)) || "off");
    }
    for (const one of all(".ref, .card", view)) one.hidden = !isShown(markOf(one));
  };

  const reveal = (number) => {
    const mark = markOf(cardOf(number));
    if (!isShown(mark)) turn(view.querySelector(`.switch[data-mark="${mark}"]`));
  };

  const turn = (button) => {
    const on = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(on));
    view.classList.toggle("hide-" + button.dataset.mark, !on);
    paint();
    place();
  };

  // Each card stands beside its words, or below the card before it.
  const place = () => {
    if (!view || view.id === "index") return;
    const body = view.querySelector(".body");
    const cards = all(".card", body);
    if (!WIDE.matches) {
      body.style.minHeight = "";
      return;
    }
    const zero = body.getBoundingClientRect().top;
    const measured = cards.filter((card) => !card.hidden).map((card) => {
      const words = body.querySelector(`mark[data-s~="${card.dataset.n}"]`);
      return [card, words ? words.getBoundingClientRect().top - zero : 0, card.offsetHeight];
    });
    let free = 0;
    for (const [card, top, height] of measured) {
      const at = Math.max(top, free);
      card.style.top = at + "px";
      free = at + height + 5;
    }
    body.style.minHeight = free + "px";
  };

  const activate = (number) => {
    all(".active", view).forEach((one) => one.classList.remove("active"));
    if (!number) return;
    all(`mark[data-s~="${number}"]`, view).forEach((words) => words.classList.add("active"));
    cardOf(number)?.classList.add("active");
  };

  const numberAt = (element) => {
    const words = element.closest("mark");
    if (words) return list(words.dataset.s)[0];
    return element.closest(".ref, .card")?.dataset.n;
  };

  // ---------------------------------------------------------------- steps by keys
  const stops = () => view.id === "index"
    ? all(".desk > .findings > .finding:not([hidden]) > a, .row:not([hidden]) .open", view)
    : all(".ref:not([hidden])", view);

  const step = (by, wanted = () => true) => {
    const places = stops();
    if (!places.length) return;
    const here = document.activeElement;
    const card = here.closest?.(".card");
    const at = places.indexOf(card ? byId(view.id + "s" + card.dataset.n) : here);
    const count = places.length;
    let next = at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count;
    for (let tries = 0; tries < count && !wanted(places[next]); tries++) next = (next + by + count) % count;
    if (wanted(places[next])) focus(places[next]);
  };

  const follow = (key) => {
    const link = view.querySelector(`a[data-key="${key}"]`) || document.querySelector(`.bar a[data-key="${key}"]`);
    if (link) link.click();
  };

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    c: () => step(1, (one) => !one.matches(".agrees, .waived")),
    n: () => follow("n"),
    p: () => follow("p"),
    u: () => follow("u"),
    t: switchTheme,
    "?": () => byId("help").showModal(),
    "/": () => {
      if (!byId("search")) return follow("u");
      visit("#index");
      byId("search").focus();
    },
  };

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !byId("keys-on").checked) return;
    if (event.key === "Escape" && event.target.id === "search") event.target.blur();
    if (event.target.closest("input, select, textarea, dialog") || !KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  };

  // ---------------------------------------------------------------- filters of the index
  const MOST = 12;
  let isWhole = false;
  let rows = null;

  let findings = null;
  let facts = null;

  // The texts are taken once, when somebody first filters.
  const read = () => {
    if (rows) return;
    const names = new Map(all("#by-fact option").map((option) => [option.value, option.textContent]));
    const spoken = (one) => one.textContent.toLowerCase();
    rows = all(".row").map((row) => ({
      row, number: row.dataset.a, marks: list(row.dataset.o), facts: list(row.dataset.f), folder: row.dataset.d,
      words: `${row.dataset.w} ${spoken(row.querySelector(".about"))} ` +
        list(row.dataset.f).map((index) => names.get(index)).join(" "),
    }));
    findings = all(".finding").map((one) => ({ one, words: spoken(one), ...one.dataset }));
    facts = all(".fact").map((one) => ({ one, words: spoken(one), f: one.dataset.f }));
  };

  const filter = () => {
    const outcomes = all(".total[aria-pressed=true]").map((button) => button.dataset.outcome);
    const fact = byId("by-fact").value;
    const folder = byId("by-folder")?.value || "";
    const asked = list(byId("search").value.toLowerCase().replace(/\s+/g, " "));
    const says = (text) => asked.every((word) => text.includes(word));
    const isIn = (place) => !folder || place === folder || place.startsWith(folder + "/");
    const has = (marks) => !outcomes.length || outcomes.some((one) => marks.includes(one));
    const among = new Map();
    read();
    for (const { row, number, marks, facts: spoken, folder: place, words } of rows) {
      const fits = isIn(place) && (!fact || spoken.includes(fact));
      row.hidden = !(fits && has(marks) && says(words));
      among.set(number, fits);
    }
    shorten(findings.filter(({ one, words, a, f, outcome }) => {
      one.hidden = !(among.get(a) && (!fact || f === fact) && has([outcome]) && says(words));
      return !one.hidden && !one.closest(".leave");
    }).map(({ one }) => one));
    for (const { one, words, f } of facts) one.hidden = Boolean(fact && f !== fact) || !says(words);
    const count = rows.filter(({ row }) => !row.hidden).length;
    byId("shown").textContent = count === rows.length ? `${count} articles` : `${count} of ${rows.length} articles`;
  };

  // A long list would push the picture out of sight.
  const shorten = (shown) => {
    const isLong = shown.length > MOST + 3 && !isWhole;
    if (isLong) shown.slice(MOST).forEach((one) => { one.hidden = true; });
    byId("more").hidden = !isLong;
    byId("more").textContent = `Show all ${shown.length}`;
  };

  const cellAt = (event) => {
    const strip = event.target.closest?.(".strip");
    if (!strip) return null;
    const row = strip.closest(".row");
    const column = String(Math.floor((event.clientX - strip.getBoundingClientRect().left) / 18));
    const cell = list(row.dataset.c).map((pair) => pair.split(":")).find(([index]) => index === column);
    return { row, column, number: cell?.[1] };
  };

  const hover = (event) => {
    const cell = cellAt(event);
    all(".column.here").forEach((one) => one.classList.remove("here"));
    const label = cell && document.querySelector(`.column[data-column="${cell.column}"]`);
    byId("hint").hidden = !label;
    if (!label) return;
    label.classList.add("here");
    byId("hint").textContent = label.textContent + (cell.number ? "" : ": not mentioned");
    byId("hint").style.left = Math.min(event.clientX + 12, innerWidth - 200) + "px";
    byId("hint").style.top = event.clientY + 16 + "px";
  };

  const prepareIndex = () => {
    if (!byId("index")) return;
    const form = byId("filters");
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector("[type=reset]").addEventListener("click", (event) => {
      event.preventDefault();
      form.reset();
      all(".total").forEach((button) => button.setAttribute("aria-pressed", "false"));
      filter();
    });
    for (const button of all(".total")) {
      button.addEventListener("click", () => {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        filter();
      });
    }
    shorten(all(".desk > .findings > .finding"));
    byId("more").addEventListener("click", () => { isWhole = true; filter(); });
    byId("index").addEventListener("mousemove", hover);
    byId("index").addEventListener("mouseleave", hover);
    byId("index").addEventListener("click", (event) => {
      const label = event.target.closest(".column");
      const cell = cellAt(event);
      if (label) { byId("by-fact").value = label.dataset.column; filter(); }
      if (cell?.number) location.href = `${cell.row.dataset.href}#a${cell.row.dataset.a}s${cell.number}`;
    });
    if (form.querySelector("input").value || all("#filters select").some((one) => one.value)) filter();
  };

  // ---------------------------------------------------------------- paper
  const moved = [];
  const opened = [];

  const toPaper = () => {
    if (!view || view.id === "index") return;
    const notes = document.createElement("section");
    notes.className = "endnotes";
    for (const group of all(".body .notes", view)) {
      const spot = document.createComment("");
      group.before(spot);
      moved.push([group, spot]);
      notes.append(group);
    }
    for (const card of all(".card:not([open])", notes)) { card.open = true; opened.push(card); }
    view.append(notes);
  };

  const fromPaper = () => {
    for (const [group, spot] of moved.splice(0)) spot.replaceWith(group);
    for (const card of opened.splice(0)) card.open = false;
    all(".endnotes").forEach((one) => one.remove());
    place();
  };

  // ---------------------------------------------------------------- beginning
  let started = false;

  document.addEventListener("DOMContentLoaded", () => {
    showTheme();
    byId("theme").addEventListener("click", switchTheme);
    byId("help-button").addEventListener("click", KEYS["?"]);
    byId("keys-on").checked = store.get("keys") !== "off";
    byId("keys-on").addEventListener("change", (event) => store.set("keys", event.target.checked ? "on" : "off"));
    prepareIndex();
    document.addEventListener("keydown", onKey);
    document.addEventListener("toggle", (event) => { if (event.target.matches?.(".card")) place(); }, true);
    document.addEventListener("focusin", (event) => { if (view?.id !== "index") activate(numberAt(event.target)); });
    document.addEventListener("mouseover", (event) => {
      const number = view && view.id !== "index" && numberAt(event.target);
      if (number) activate(number);
    });
    document.addEventListener("click", (event) => {
      const button = event.target.closest(".switch");
      const words = event.target.closest("mark");
      const link = event.target.closest('a[href^="#"]');
      if (button) turn(button);
      else if (words && getSelection().isCollapsed) go(view.id.slice(1), "c", list(words.dataset.s)[0]);
      else if (link && /^#(a\d|index)/.test(link.hash)) {
        event.preventDefault();
        visit(link.hash);
      }
    });
    addEventListener("hashchange", route);
    addEventListener("resize", place);
    addEventListener("beforeprint", toPaper);
    addEventListener("afterprint", fromPaper);
    DARK.addEventListener("change", showTheme);
    route();
    started = true;
  });
})();
