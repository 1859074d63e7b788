export { takeArticleApart } from "./apart";
export { addFact, decideProposals } from "./decide";
export { publishBulletin } from "./publish";
export { receiveBulletin } from "./receive";
export { chooseArticle, putHeadRight } from "./reread";
export { returnBulletin, submitForPublication, withdrawBulletin } from "./steps";
