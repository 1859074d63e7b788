/** What stands for a publisher or title that the text does not name. */
export const UNSTATED = "未注明";

/** Names that are ours and not a publisher's: for an unnamed one, for a station itself, for what is made up. */
const OURS: Readonly<Record<string, string>> = {
  [UNSTATED]: "Publisher not stated",
  测站: "the gauge itself",
  合成数据: "synthetic data",
};

/** A publisher's name as printed; in English only what stands for none has words of its own. */
export const publisherName = (publisher: string, locale: string) =>
  (locale === "en" ? OURS[publisher] : undefined) ?? publisher;
