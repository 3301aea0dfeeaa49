// Which figure stands in which citation: its number is in the quote, as written.

// The figures of the answer whose number the citation's quote holds.
export function matching(answer, citation) {
  return answer.figures.filter((figure) => !figure.formula && citationOfFigure(answer, figure) === citation);
}

// The first citation whose quote holds the figure's number, or undefined.
export function citationOfFigure(answer, figure) {
  const pattern = written(figure.value);
  return answer.citations.find((one) => pattern.test(one.quote.replace(/\s+/g, " ")));
}

// A number as Swedish documents write it: groups of three with or without a space, a comma or a point before decimals.
function written(value) {
  const [whole, decimals] = String(Math.abs(value)).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "[ .,]?");
  const rest = decimals ? `[.,]${decimals}0*` : "(?:[.,]0+)?";
  return new RegExp(`(?<![\\d]|\\d[.,])${grouped}${rest}(?!\\d|[.,]\\d)`);
}
