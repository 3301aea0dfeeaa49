// What the browser keeps for the page. One that keeps nothing still shows it.

export function kept(name, store = localStorageOf()) {
  try {
    return store.getItem(`namndsvar-${name}`);
  } catch {
    return null;
  }
}

export function keep(name, value, store = localStorageOf()) {
  try {
    store.setItem(`namndsvar-${name}`, value);
  } catch {
    // kept for as long as the page is open
  }
}

// For as long as the tab is open.
export function sessionStorageOf() {
  return storage("sessionStorage");
}

function localStorageOf() {
  return storage("localStorage");
}

function storage(name) {
  try {
    return window[name]; // asking for it is already refused where cookies are
  } catch {
    return null;
  }
}
