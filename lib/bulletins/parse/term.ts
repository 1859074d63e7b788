/** What a word of a bulletin can be to the grammar. */
export type Act = "activate" | "maintain" | "raise" | "lower" | "adjust" | "terminate";

export type Term =
  | { kind: "issuer"; name: string; tier: "national" | "ministry" | "basin"; basin?: string; flood: boolean }
  | { kind: "headquarters" }
  | { kind: "org" }
  | { kind: "hazard"; hazard: string }
  | { kind: "other" }
  | { kind: "response" }
  | { kind: "rank" }
  | { kind: "act"; act: Act }
  | { kind: "lasting" }
  | { kind: "widen" }
  | { kind: "self" }
  | { kind: "unnamed" }
  | { kind: "toward" }
  | { kind: "object" }
  | { kind: "from" }
  | { kind: "to" }
  | { kind: "same" }
  | { kind: "unreal"; scope: "clause" | "rest" | "sentence" }
  | { kind: "drill" }
  | { kind: "tale" }
  | { kind: "joint" }
  | { kind: "etc" }
  | { kind: "adverb" }
  | { kind: "here" }
  | { kind: "back" }
  | { kind: "cause" }
  | { kind: "situation" }
  | { kind: "send" }
  | { kind: "stand" }
  | { kind: "go" }
  | { kind: "team"; team: string }
  | { kind: "work" }
  | { kind: "reach" }
  | { kind: "part" }
  | { kind: "stage" }
  | {
      kind: "status";
      status: "above_warning" | "above_guarantee" | "above_record" | "above_flood_limit" | "normal";
    }
  | { kind: "trend"; trend: "rising" | "falling" | "steady" | "slowing" }
  | { kind: "below" }
  | { kind: "future" }
  | { kind: "rain"; rain: string[] }
  | { kind: "local" }
  | { kind: "area" }
  | { kind: "abroad" }
  | { kind: "seat" }
  | { kind: "order" }
  | { kind: "saying" }
  | { kind: "meeting" }
  | { kind: "call" }
  | { kind: "plain" };
