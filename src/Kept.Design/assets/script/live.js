// An open page that shows today listens for changes and takes over what is different, as quietly as it can. It keeps
// nothing, and a page without it is the same after a reload.
const panel = document.getElementById("live");
const told = document.getElementById("live-told");
const state = panel.querySelector("p");
const button = panel.querySelector("button");
const hiddenFor = 30_000;
const between = 1_000;
const blocks = "tr, li, dd, dt, p, h1, h2, h3, figure, figcaption, caption, blockquote, summary, legend, label, section, div";

let stream = null;
let off = false;
let waiting = null;
let asleep = null;
let lastLook = -between;
let heard = new Map();
let held = false;
let lastText = "";

function listen() {
  if (off || stream || document.hidden) return;
  stream = new EventSource(panel.dataset.from);
  // A change may have come between the making of this page and now, or while the line was down.
  stream.onopen = () => lookSoon(between);
  stream.addEventListener("entry", (event) => {
    JSON.parse(event.data).records.forEach(hear);
    lookSoon(shows([...heard.values()]) ? 300 : 600);
  });
  stream.addEventListener("again", () => lookSoon(between));
  stream.onerror = () => {
    if (stream?.readyState !== EventSource.CLOSED) return;
    stop();
    setTimeout(listen, 30_000 + Math.random() * 30_000);
  };
}

function stop() {
  stream?.close();
  stream = null;
  clearTimeout(waiting);
  waiting = null;
}

function hear(record) {
  heard.set(`${record.kind}/${record.id}`, record);
}

const isShown = ({ url }) => url && (url === location.pathname || document.querySelector(`main a[href="${CSS.escape(url)}"]`));
const shows = (records) => records.some(isShown);

// Thousands of pages hear of a change in the same instant: a random wait keeps them from asking in the same instant.
function lookSoon(most) {
  waiting ??= setTimeout(look, Math.max(Math.random() * most, lastLook + between - performance.now()));
}

async function look() {
  lastLook = performance.now();
  const records = [...heard.values()];
  heard = new Map();
  const fresh = await ask();
  waiting = null;
  // No connection: the stream comes back by itself once there is one, and then this page asks again.
  if (fresh === null) records.forEach(hear);
  else if (fresh !== lastText) {
    lastText = fresh;
    take(new DOMParser().parseFromString(fresh, "text/html"), records);
  }
  if (!stream) return;
  if (heard.size > 0 && stream.readyState === EventSource.OPEN) lookSoon(between);
  else if (held) waiting = setTimeout(look, 5_000);
}

// The text of this page as it is now; null when it cannot be had.
async function ask() {
  try {
    const answer = await fetch(location.pathname + location.search, { cache: "no-cache", headers: { Accept: "text/html" } });
    const isPage = answer.headers.get("Content-Type")?.startsWith("text/html") && !answer.redirected;
    return isPage && (answer.ok || answer.status === 404 || answer.status === 410) ? await answer.text() : null;
  } catch {
    return null;
  }
}

function take(fresh, records) {
  const next = fresh.getElementById("main");
  if (off || !next) return;
  unmark();
  held = false;
  const main = document.getElementById("main");
  const before = records.filter(isShown);
  const places = [];
  const putBack = holdPlace();
  morph(main, next, (node) => places.push(node));
  for (const part of [".k-when", ".k-printonly"]) {
    const [old, now] = [document, fresh].map((page) => page.querySelector(part));
    if (old && now) morph(old, now, () => {});
  }
  document.title = fresh.title;
  if (held) lastText = null;
  new Set(places.filter((node) => main.contains(node)).map(blockOf)).forEach((block) => main !== block && main.contains(block) && mark(block));
  putBack();
  if (places.length > 0) say(records.filter((record) => before.includes(record) || isShown(record)));
}

function say(records) {
  const kinds = new Map();
  for (const { kind } of records) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const counted = [...kinds].map(([kind, n]) => `${n} ${panel.dataset[kind] ?? kind}${n === 1 ? "" : "s"}`);
  told.textContent = counted.length > 0 ? `Updated: ${counted.join(", ")} changed.` : "Updated: something on this page changed.";
  clearTimeout(say.later);
  say.later = setTimeout(() => {
    told.textContent = "";
    unmark();
  }, 60_000);
}

function mark(block) {
  block.classList.add("k-fresh");
  const words = document.createElement("span");
  words.className = "k-fresh__words";
  words.textContent = "changed just now";
  const end = block.matches("tr") ? block.cells[0] : block;
  (end.querySelector(":scope > :last-child:is(p, div, span)") ?? end).append(" ", words);
}

function unmark() {
  for (const words of document.querySelectorAll(".k-fresh__words")) {
    words.previousSibling?.nodeType === Node.TEXT_NODE && words.previousSibling.data === " " && words.previousSibling.remove();
    words.remove();
  }
  for (const block of document.querySelectorAll(".k-fresh")) {
    block.classList.remove("k-fresh");
    if (block.className === "") block.removeAttribute("class");
  }
}

function blockOf(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  const block = (element?.closest("svg")?.parentElement ?? element)?.closest(blocks);
  return block?.matches("dl > div") ? block.querySelector("dd") : block;
}

// What the reader is at stays where it is on the screen, whatever grows or shrinks above it: what has the focus, when it
// can be seen, or else the line in the upper third of the window. The browser would hold the topmost line instead.
function holdPlace() {
  const root = document.documentElement;
  const focused = document.activeElement;
  const isSeen = ({ top, bottom }) => bottom > 0 && top < innerHeight;
  const anchor = focused && focused !== document.body && isSeen(focused.getBoundingClientRect()) ? focused : scrollY > 0 && document.elementFromPoint(innerWidth / 2, innerHeight / 3);
  if (!anchor) return () => {};
  const before = anchor.getBoundingClientRect().top;
  root.style.overflowAnchor = "none";
  return () => {
    if (anchor.isConnected) scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
    requestAnimationFrame(() => root.style.removeProperty("overflow-anchor"));
  };
}

// Whether a reader is at work in there: the focus or a selection would be lost.
function isHeld(node) {
  const selection = getSelection();
  const selected = !selection.isCollapsed && (node.contains(selection.anchorNode) || node.contains(selection.focusNode));
  return selected || (document.activeElement !== document.body && node.contains(document.activeElement));
}

const isField = (node) => node.matches?.("input, select, textarea");
const isTouched = (field) => field === document.activeElement || ("defaultValue" in field && field.value !== field.defaultValue) || field.checked !== field.defaultChecked;

// Makes one element as another, touching only what differs.
function morph(old, next, changed) {
  if (old.isEqualNode(next) || (isField(old) && isTouched(old))) return;
  attributes(old, next, changed);
  children(old, next, changed);
}

function attributes(old, next, changed) {
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name) && !(name === "open" && old.matches("details"))) old.removeAttribute(name);
  }
  for (const { name, value } of [...next.attributes]) {
    if (old.getAttribute(name) === value || (name === "open" && old.matches("details"))) continue;
    old.setAttribute(name, value);
    if (name === "href" || name === "d") changed(old);
  }
}

const keyOf = (node) => (node.nodeType === Node.ELEMENT_NODE && (node.id || node.getAttribute("aria-labelledby") || (node.matches("li, tr") && node.querySelector("a[href]")?.getAttribute("href")))) || null;
const isLike = (a, b) => a.nodeName === b.nodeName && keyOf(a) === keyOf(b);

function children(parent, next, changed) {
  const old = [...parent.childNodes];
  const now = [...next.childNodes];
  const short = Math.min(old.length, now.length);
  let [first, last] = [0, 0];
  while (first < short && old[first].isEqualNode(now[first])) first++;
  while (last < short - first && old.at(-1 - last).isEqualNode(now.at(-1 - last))) last++;
  const left = new Set(old.slice(first, old.length - last));
  const wanted = now.slice(first, now.length - last);
  const matches = new Map();
  for (const fits of [(a, b) => a.isEqualNode(b), isLike]) {
    for (const node of wanted) {
      const match = matches.has(node) ? null : [...left].find((other) => fits(other, node));
      if (!match) continue;
      matches.set(node, match);
      left.delete(match);
    }
  }
  for (const node of left) remove(node, changed);
  let at = first > 0 ? old[first - 1].nextSibling : parent.firstChild;
  for (const node of wanted) {
    const match = matches.get(node);
    if (!match) {
      const added = parent.insertBefore(document.importNode(node, true), at);
      if (added.textContent.trim()) changed(added);
      continue;
    }
    if (match === at) at = at.nextSibling;
    else if (isHeld(match)) held = true;
    else parent.insertBefore(match, at);
    if (match.nodeType === Node.ELEMENT_NODE) morph(match, node, changed);
    else if (match.data !== node.data) write(match, node, changed);
  }
}

function write(text, next, changed) {
  const selection = getSelection();
  if (!selection.isCollapsed && selection.containsNode(text, true)) {
    held = true;
    return;
  }
  const said = text.data.trim() !== next.data.trim();
  text.data = next.data;
  if (said) changed(text);
}

function remove(node, changed) {
  if (isHeld(node)) {
    held = true;
    return;
  }
  const parent = node.parentElement;
  const said = node.textContent.trim() !== "";
  node.remove();
  if (said) changed(parent);
}

button.addEventListener("click", () => {
  off = !off;
  button.textContent = off ? "Start live updates" : "Stop live updates";
  state.firstChild.data = off ? "Live updates are off on this page. " : "This page keeps itself up to date. ";
  told.textContent = "";
  unmark();
  if (off) stop();
  else listen();
});

document.addEventListener("visibilitychange", () => {
  clearTimeout(asleep);
  if (document.hidden) asleep = setTimeout(stop, hiddenFor);
  else listen();
});
addEventListener("pagehide", stop);
addEventListener("pageshow", listen);
addEventListener("online", () => stream && lookSoon(between));
if (document.readyState === "complete") listen();
panel.hidden = false;
