/** What an officer may choose from when putting a fact right. */
interface Named {
  id: string;
  name: string;
  nameEn: string;
}
export interface Choices {
  issuers: Named[];
  sections: Named[];
  kinds: Named[];
  /** The English of bodies and areas by their Chinese name, for those that have one. */
  english: Record<string, string>;
}
