/** Today in the caller's time zone, ISO 8601. The one clock that a review may depend on, and only with accepted deviations. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
