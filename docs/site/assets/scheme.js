// Before the first paint: the scheme that was chosen here, or that of the system.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("scheme");
  } catch {
    // Without storage the system decides.
  }
  const dark = chosen === null ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
  document.documentElement.dataset.scheme = dark ? "dark" : "light";
})();
