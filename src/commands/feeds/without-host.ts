/** A failure that is told beside the address that it is about. */

/** `news.example: answers 404 Not Found` → `answers 404 Not Found`, where the address names that host anyway. */
export const withoutHost = (line: string, address: string): string => {
  const host = URL.canParse(address) ? `${new URL(address).host}: ` : '';
  return line.startsWith(host) ? line.slice(host.length) : line;
};
