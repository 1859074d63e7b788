"use server";
import { act } from "@/lib/acting";
import {
  addFact,
  chooseArticle,
  decideProposals,
  publishBulletin,
  putHeadRight,
  returnBulletin,
  submitForPublication,
  takeArticleApart,
  withdrawBulletin,
} from "./commands";

export const submitDecisions = async (input: unknown) => act(decideProposals, input);
export const submitFact = async (input: unknown) => act(addFact, input);
export const submitArticle = async (input: unknown) => act(chooseArticle, input);
export const submitArticleApart = async (input: unknown) => act(takeArticleApart, input);
export const submitHead = async (input: unknown) => act(putHeadRight, input);
export const submitBulletin = async (input: unknown) => act(submitForPublication, input);
export const submitReturn = async (input: unknown) => act(returnBulletin, input);
export const submitWithdrawal = async (input: unknown) => act(withdrawBulletin, input);
export const submitPublication = async (input: unknown) => act(publishBulletin, input);
