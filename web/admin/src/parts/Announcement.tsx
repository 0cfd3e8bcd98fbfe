import { announcement } from "../announce.ts";

export function Announcement() {
  return <p class="announcement" role="status" hidden={announcement.value === ""}>{announcement.value}</p>;
}
