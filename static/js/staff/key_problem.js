// Says in the page that a security key did not work; allauth's scripts only tell the console.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.querySelector("[data-key-problem]").hidden = false;
});
