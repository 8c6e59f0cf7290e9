/** What a colour of the style sheet, or any other, comes to in the theme of the moment. */
export function resolveColour(colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour.startsWith('--') ? `var(${colour})` : colour;
  document.body.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}
