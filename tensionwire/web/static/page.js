// What the pages do beyond links and forms: new alerts, keys, the choice of light or dark.
"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);

  // --- on a phone the row of pages scrolls: show the one that is open
  $("header nav [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });

  // --- filters: a choice is an address
  document.querySelectorAll("form.filters").forEach((form) => {
    form.addEventListener("change", (event) => { if (event.target.tagName === "SELECT") form.requestSubmit(); });
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.name && !field.value) field.disabled = true;
    });
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form.filters :disabled").forEach((field) => { field.disabled = false; });
  });

  // --- light and dark: a cookie, so that the server knows it and nothing flashes
  $("#theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    document.cookie = `theme=${root.dataset.theme}; Path=/; Max-Age=31536000; SameSite=Lax`;
  });

  // --- new alerts
  const list = $("#alerts");
  if (list && list.dataset.stream) {
    const line = $("#line"), said = $("#said");
    const show = (state) => {
      line.textContent = line.dataset[state];
      line.className = state === "connected" ? "line on" : "line off";
    };
    const MOST = 200;
    const add = (event) => {
      const { record, html } = JSON.parse(event.data);
      const made = document.createElement("template");
      made.innerHTML = html; // rendered and escaped by the server; the policy of the page lets no script in it run
      const card = made.content.firstElementChild;
      if (!card || document.getElementById(card.id)) return;
      for (const old of [...list.children]) if (old.dataset.record === record) old.remove();
      const top = window.scrollY, height = list.offsetHeight;
      card.classList.add("fresh");
      list.prepend(card);
      if (top > list.offsetTop) window.scrollTo(window.scrollX, top + list.offsetHeight - height);
      while (list.children.length > MOST) list.lastElementChild.remove();
      $("#empty")?.remove();
      said.textContent = `${list.dataset.new}: ${$("h2", card).textContent}`;
      if (document.hidden) document.title = `• ${document.title.replace(/^• /, "")}`;
    };
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) document.title = document.title.replace(/^• /, "");
    });
    let last = list.dataset.place, source;
    const open = () => {
      const address = new URL(list.dataset.stream, location.href);
      address.searchParams.set("after", last);
      show("connecting");
      source = new EventSource(address);
      source.addEventListener("open", () => show("connected"));
      source.addEventListener("alert", (event) => { last = event.lastEventId; add(event); });
      source.addEventListener("error", () => {
        show("lost");
        // the browser tries again by itself, but gives up after an answer that is no stream
        if (source.readyState === EventSource.CLOSED) setTimeout(open, 2000);
      });
    };
    open();
    window.addEventListener("pagehide", () => source.close());
    window.addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  }

  // --- keys
  const keys = $("#keys");
  $("#keys-open").addEventListener("click", () => keys.showModal());
  const places = { l: "/", c: "/contacts", d: "/calendar", m: "/matrix", f: "/flashpoints" };
  let going = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
    const links = [...document.querySelectorAll(".card h2 a, .row h2 a, .row h3 a")];
    const at = links.findIndex((link) => link.closest("article").contains(document.activeElement));
    if (event.key in places && Date.now() - going < 1500) { location.href = places[event.key]; return; }
    if (event.key === "g") going = Date.now();
    else if (event.key === "j") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "k") links[Math.max(at - 1, 0)]?.focus();
    else if (event.key === "o" && at >= 0) links[at].click();
    else if (event.key === "/" && $("#q")) { event.preventDefault(); $("#q").focus(); }
    else if (event.key === "?") keys.showModal();
  });
})();
