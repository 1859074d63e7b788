import { clean } from "@/lib/bulletins/parse/text";
import { tokenise } from "@/lib/bulletins/parse/tokens";
import { parseBulletin } from "@/lib/bulletins/parse";
const t = process.argv[2]!;
const c = clean(t);
console.log(tokenise(c.text).map(x=>x.text+(x.readings.length?":"+x.readings.map(r=>r.kind).join("/"):"")).join(" "));
const { clean: _, ...f } = parseBulletin(t, process.argv[3] ?? "2024-07-04");
console.log(JSON.stringify(f,null,0));
