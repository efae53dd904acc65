// Sends the code of a one-time link. It stands behind the "#", so no server saw it when the page was asked for.

const code = location.hash.slice(1);

function send() {
  document.getElementById("code").value = code;
  document.getElementById("link-form").requestSubmit();
}

if (code) {
  history.replaceState(null, "", location.pathname + location.search);
  if (document.prerendering) {
    document.addEventListener("prerenderingchange", send, { once: true });
  } else {
    send();
  }
}
