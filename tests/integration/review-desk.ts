import { randomUUID } from "node:crypto";
import { decideProposals, publishBulletin, receiveBulletin } from "@/lib/bulletins/commands";
import { readBulletin } from "@/lib/bulletins/read";
import { value, viewerWith } from "./database";

export const chief = viewerWith("chief");
export const officer = viewerWith("duty_officer");
export const colleague = {
  ...officer,
  user: officer.user && { ...officer.user, id: "user-second", username: "second", name: "second" },
};

/** Takes in a text printed on 4 July 2024; its id. */
export const receive = async (text: string, viewer = officer) =>
  value(
    await receiveBulletin(viewer, {
      requestId: randomUUID(),
      text,
      published: "2024-07-04",
      publisher: "测试社",
    }),
  ).bulletinId;

export const read = async (id: string) => {
  const bulletin = await readBulletin(chief, id);
  if (!bulletin) throw new Error("no bulletin");
  return bulletin;
};

export const acceptAll = async (id: string, viewer = officer) =>
  decideProposals(viewer, {
    bulletinId: id,
    decisions: (await read(id)).proposals.map((one) => ({ proposalId: one.id, choice: "ACCEPTED" })),
  });

export const publish = (bulletinId: string, viewer = chief) =>
  publishBulletin(viewer, { requestId: randomUUID(), bulletinId });
