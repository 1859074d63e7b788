import { COUNTY_SHORTS, type Place } from "./gazetteer";
import { lastPlace } from "./names";
import { as, is, type Token } from "./tokens";

/** A body named after its place: 湖北省 + 防汛抗旱指挥部; 水利部 before a basin's body is not a second one. */
export function joinNames(tokens: Token[]): void {
  countyShort(tokens);
  const last = tokens[tokens.length - 1];
  const before = tokens[tokens.length - 2];
  if (!last || !before || before.end !== last.start) return;
  // 成都市人民政府防汛抗旱指挥部: the seat between says nothing more.
  if (is(last, "headquarters") && is(before, "seat") && is(tokens[tokens.length - 3], "place")) {
    const owner = tokens[tokens.length - 3] ?? before;
    tokens.length -= 3;
    tokens.push({ ...owner, text: `${owner.text}${before.text}`, end: before.end }, last);
    joinNames(tokens);
    return;
  }
  const place = as(before, "place")?.place ?? placeMeant(tokens);
  if (place && is(last, "headquarters")) {
    tokens.length -= 2;
    const outer = as(before, "place") ? cityOf(tokens, before, place) : undefined;
    if (outer) tokens.pop();
    const own = as(before, "place") ? before.text : place.name + (/[省市]$/.exec(before.text)?.[0] ?? "");
    const name = `${outer?.text ?? ""}${own.replace(/([省市县区])\1$/, "$1")}${last.text}`;
    tokens.push({
      text: name,
      start: outer?.start ?? before.start,
      end: last.end,
      readings: [{ kind: "place_issuer", name, place }],
    });
    shareBody(tokens, last.text);
    ofDivision(tokens);
  }
  if (is(last, "headquarters") && is(before, "many", "back")) headquartersOf(tokens);
  // 四川省防汛抗旱指挥部、水利厅: the second body is of the same place.
  const owner = is(before, "joint") ? as(tokens[tokens.length - 3], "place_issuer") : undefined;
  if (owner && is(last, "headquarters")) {
    tokens.pop();
    const name = `${tokens[tokens.length - 2]?.text.replace(HEADQUARTERS, "") ?? ""}${last.text}`;
    tokens.push({ ...last, readings: [{ kind: "place_issuer", name, place: owner.place }] });
  }
  // 广西壮族自治区防汛抗旱指挥部、自治区水利厅: the rank alone stands for the place named before.
  const rank = /^(省|市|自治区)$/.test(before.text) && is(tokens[tokens.length - 3], "joint");
  const same = rank ? as(tokens[tokens.length - 4], "place_issuer") : undefined;
  if (same && is(last, "headquarters")) {
    tokens.length -= 2;
    const name = `${tokens[tokens.length - 2]?.text.replace(HEADQUARTERS, "") ?? ""}${last.text}`;
    tokens.push({
      text: before.text + last.text,
      start: before.start,
      end: last.end,
      readings: [{ kind: "place_issuer", name, place: same.place }],
    });
  }
  if (before.text === "水利部" && as(last, "issuer")?.tier === "basin") {
    tokens.length -= 2;
    tokens.push({ ...last, start: before.start });
  }
}

/** 宁海防指: a county by its short name, which only its body makes sure of. It becomes one word. */
function countyShort(tokens: Token[]): void {
  const at = tokens.length - 3;
  const body = tokens[at + 2];
  if (at < 0 || !is(body, "headquarters")) return;
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || !second || second.end !== body?.start) return;
  if (first.readings.length || second.readings.length || first.end !== second.start) return;
  const form = first.text + second.text;
  const all = COUNTY_SHORTS.get(form) ?? [];
  const province = lastPlace(tokens.slice(0, at))?.adcode.slice(0, 2);
  const place =
    all.find(({ adcode }) => adcode.slice(0, 2) === province) ?? (all.length === 1 ? all[0] : null);
  if (!place) return;
  tokens.splice(at, 2, {
    text: form,
    start: first.start,
    end: second.end,
    readings: [{ kind: "place", place: { ...place, name: form } }],
  });
}

/** How far back 该县 reaches, in words. */
const MEANT = 60;

const THIS = /^[该本](省|自治区|市|县|区|州)$/;

/** 平江县出现内涝，该县防指启动…: the place of that rank spoken of last. */
function placeMeant(tokens: readonly Token[]): Place | undefined {
  const said = THIS.exec(tokens[tokens.length - 2]?.text ?? "")?.[1];
  if (!said) return undefined;
  for (let i = tokens.length - 3; i >= Math.max(0, tokens.length - MEANT); i--) {
    const place = as(tokens[i], "place")?.place ?? as(tokens[i], "place_issuer")?.place;
    if (place && isRank(place, said)) return place;
  }
  return undefined;
}

const isRank = (place: Place, said: string): boolean => {
  if (said === "省" || said === "自治区") return place.rank === "province";
  if (said === "市" || said === "州") return place.rank !== "county" || place.name.endsWith("市");
  return place.rank === "county";
};

/** 武汉市江夏区防汛抗旱指挥部: the city written out before its district is part of the name. */
function cityOf(tokens: readonly Token[], own: Token, place: Place): Token | undefined {
  const outer = tokens[tokens.length - 1];
  const city = as(outer, "place");
  if (!outer || !city || city.run || outer.end !== own.start || place.rank !== "county") return undefined;
  const inside = place.adcode.startsWith(city.place.adcode.replace(/(?:00)+$/, ""));
  return inside && /[市州盟]$/.test(outer.text) && /[区县旗市]$/.test(own.text) ? outer : undefined;
}

/** 兵团第四师可克达拉市防汛抗旱指挥部: the division is part of the body's name. */
function ofDivision(tokens: Token[]): void {
  const last = tokens[tokens.length - 1];
  const own = as(last, "place_issuer");
  if (!last || !own || tokens[tokens.length - 2]?.text !== "师") return;
  let from = tokens.length - 2;
  while (from > tokens.length - 6 && tokens[from]?.text !== "第") from--;
  if (tokens[from]?.text !== "第") return;
  if (tokens[from - 1]?.text === "团" && tokens[from - 2]?.text === "兵") from -= 2;
  else if (tokens[from - 1]?.text === "新疆生产建设兵团") from--;
  const text = tokens
    .slice(from)
    .map((token) => token.text)
    .join("");
  const start = tokens[from]?.start ?? last.start;
  tokens.length = from;
  tokens.push({ text, start, end: last.end, readings: [{ ...own, name: text }] });
}

/** 荆州、黄冈、鄂州市水利局, 江西、安徽省防指: the last one's body is each one's. */
function shareBody(tokens: Token[], body: string): void {
  const own = as(tokens[tokens.length - 1], "place_issuer")?.place;
  const suffix = /[省市县区州]$/.exec(tokens[tokens.length - 1]?.text.slice(0, -body.length) ?? "")?.[0];
  // 江西、湖南防指: short names with a short body.
  const short = !suffix && /^防[指办总]$/.test(body) && own?.rank !== "county";
  if (!own || (!suffix && !short)) return;
  let from = tokens.length - 1;
  while (is(tokens[from - 1], "joint") && as(tokens[from - 2], "place")?.place.rank === own.rank) from -= 2;
  if (from === tokens.length - 1 || is(tokens[from - 1], "toward", "go", "to", "from", "object", "call"))
    return;
  if (short && /^[向给在与同]$/.test(tokens[from - 1]?.text ?? "")) return;
  for (let i = from; i < tokens.length - 1; i += 2) {
    const token = tokens[i];
    const place = as(token, "place")?.place;
    if (!token || !place || as(token, "place")?.run) return;
    // 君山区、云溪区防指: a county is listed in its full name.
    if (place.rank === "county" && !/[县区市旗]$/.test(token.text)) return;
    const name =
      place.rank === "county"
        ? `${token.text}${body}`
        : `${place.name}${!suffix || token.text.endsWith(suffix) ? "" : suffix}${body}`;
    tokens[i] = { ...token, readings: [{ kind: "place_issuer", name, place }] };
  }
}

/** 福建、浙江、广东三省防指: each one's own headquarters. */
function headquartersOf(tokens: Token[]): void {
  const body = tokens[tokens.length - 1];
  const count = tokens[tokens.length - 2];
  if (!body || !count || !is(tokens[tokens.length - 3], "place")) return;
  tokens.length -= 2;
  const suffix = /[省市]/.exec(count.text)?.[0] ?? "";
  const make = (token: Token | undefined, text: string, end: number) => {
    const place = as(token, "place")?.place;
    if (!token || !place) return undefined;
    const name = `${place.name.replace(/[省市]$/, "")}${suffix}${body.text}`;
    const own: Token = { text, start: token.start, end, readings: [{ kind: "place_issuer", name, place }] };
    return own;
  };
  for (let i = tokens.length - 1; i >= 0; i -= 2) {
    const token = tokens[i];
    const last = i === tokens.length - 1;
    const own =
      token &&
      make(token, last ? `${token.text}${count.text}${body.text}` : token.text, last ? body.end : token.end);
    if (!own) break;
    tokens[i] = own;
    if (!is(tokens[i - 1], "joint")) break;
  }
}

const HEADQUARTERS = /(?:三防|防|抗旱|水利|水务).*$/;
