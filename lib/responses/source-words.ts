/** What stands for a publisher or title that the text does not name. */
export const UNSTATED = "未注明";

/** A publisher's name as printed; in English only what stands for an unnamed one has words of its own. */
export const publisherName = (publisher: string, locale: string) =>
  locale === "en" && publisher === UNSTATED ? "Publisher not stated" : publisher;
