/** The basins in English; the Chinese names are those of prisma/data/rivers.json. */
const ENGLISH: Readonly<Record<string, string>> = {
  长江流域: "Yangtze basin",
  黄河流域: "Yellow River basin",
  淮河流域: "Huai River basin",
  海河流域: "Hai River basin",
  珠江流域: "Pearl River basin",
  松辽流域: "Songhua–Liao basin",
  太湖流域: "Lake Tai basin",
  钱塘江流域: "Qiantang basin",
};

export const basinName = (basin: string, locale: string): string =>
  locale === "en" ? (ENGLISH[basin] ?? basin) : basin;
