import { createUser, revokeSessions, updateUser } from "./accounts/commands";
import {
  addFact,
  chooseArticle,
  decideProposals,
  publishBulletin,
  putHeadRight,
  receiveBulletin,
  returnBulletin,
  submitForPublication,
  takeArticleApart,
  withdrawBulletin,
} from "./bulletins/commands";
import { recordConsultation } from "./consultations/commands";
import { deploy, reportStatus } from "./deployments/commands";
import { addKind } from "./deployments/kinds";
import { recordDirective, recordProgress } from "./directives/commands";
import { recordForecast } from "./forecasts/commands";
import { recordOutage, restoreOutage } from "./outages/commands";
import { recordPatrol, reportDanger } from "./patrols/commands";
import { storePhoto } from "./photos/commands";
import { reportPositions } from "./positions/commands";
import { correctReading, fileReading, judgeQuarantine } from "./readings/commands";
import { actOnResponse, correctResponse } from "./responses/commands";
import { setClock, setTextRight, setThresholds } from "./settings/commands";
import { createToken, revokeToken } from "./tokens/commands";
import { reportWater } from "./waters/commands";
import { recordCrest, recordMark } from "./waters/marks";
import { withdrawEvent } from "./withdrawals";

/** Every way to write, by name; the role matrix and the command route go through this list. */
export const COMMANDS = [
  actOnResponse,
  correctResponse,
  reportWater,
  recordMark,
  recordCrest,
  fileReading,
  correctReading,
  judgeQuarantine,
  deploy,
  reportStatus,
  recordForecast,
  recordConsultation,
  recordDirective,
  recordProgress,
  recordOutage,
  restoreOutage,
  recordPatrol,
  reportDanger,
  storePhoto,
  reportPositions,
  withdrawEvent,
  addKind,
  receiveBulletin,
  chooseArticle,
  putHeadRight,
  decideProposals,
  addFact,
  submitForPublication,
  takeArticleApart,
  returnBulletin,
  withdrawBulletin,
  publishBulletin,
  setClock,
  setTextRight,
  setThresholds,
  createUser,
  updateUser,
  revokeSessions,
  createToken,
  revokeToken,
];
