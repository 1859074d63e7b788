import { Waiting } from "@/components/bulletins/waiting";

export default function Loading() {
  return <Waiting />;
}
