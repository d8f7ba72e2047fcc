// Everything works without this file. It makes leaving quicker: the page is replaced, so Back does not return to it,
// and Shift pressed three times does the same as the link. Typing capital letters never counts: any other key starts again.
const presses = 3;
const within = 5000;
const link = document.querySelector(".k-leave a");

function leave() {
  location.replace(link.href);
}

if (link) {
  let times = [];

  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    leave();
  });

  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") {
      times = [];
      return;
    }
    if (event.repeat) return;
    times = [...times, event.timeStamp].slice(-presses);
    if (times.length === presses && times[presses - 1] - times[0] <= within) leave();
  });

  addEventListener("pointerdown", () => (times = []));
}
