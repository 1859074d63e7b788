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
}
