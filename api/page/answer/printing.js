// One answer on paper: the rest of the page is left out while it is printed.

const CLASS = "printed";

export function printTurn(turn) {
  turn.node.classList.add(CLASS);
  document.body.classList.add("one-answer");
  window.print();
}

// What is folded away on screen is open on paper.
export function startPrinting() {
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll(".turn details:not([open])")];
    folded.forEach((one) => {
      one.open = true;
    });
  });
  window.addEventListener("afterprint", () => {
    folded.forEach((one) => {
      one.open = false;
    });
    document.body.classList.remove("one-answer");
    document.querySelectorAll(`.${CLASS}`).forEach((turn) => turn.classList.remove(CLASS));
  });
}
