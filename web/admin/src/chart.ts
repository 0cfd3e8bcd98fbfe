// Halls on a plane: longitudes shrunk as they are at that latitude, fitted into a picture.

import type { Hall } from "./api.ts";

export interface Placed {
  hall: Hall;
  x: number;
  y: number;
  label: "right" | "left" | null; // side on which its name is free of the others
}

export interface Chart {
  width: number;
  height: number;
  places: Placed[];
  scale: { km: number; length: number };
}

const kMargin = 44;
const kScale = 24; // for the scale, below all halls
const kLetter = 8; // width of a letter of a label, about
const kKmPerDegree = 111.2;

export function chartOf(halls: Hall[], width: number): Chart | null {
  const known = halls.filter((hall) => hall.latitude !== null && hall.longitude !== null);
  if (known.length === 0) return null;
  const middle = known.reduce((sum, hall) => sum + hall.latitude! / 1e6, 0) / known.length;
  const shrink = Math.cos((middle * Math.PI) / 180);
  const points = known.map((hall) => ({ hall, x: (hall.longitude! / 1e6) * shrink, y: -hall.latitude! / 1e6 }));
  const left = Math.min(...points.map((point) => point.x));
  const right = Math.max(...points.map((point) => point.x));
  const top = Math.min(...points.map((point) => point.y));
  const bottom = Math.max(...points.map((point) => point.y));
  const degree = (width - 2 * kMargin) / Math.max(right - left, (bottom - top) * 1.2, 0.02);
  const height = Math.round((bottom - top) * degree + 2 * kMargin + kScale);
  const offset = (width - (right - left) * degree) / 2;
  const at = points.map((point) => ({ hall: point.hall, x: offset + (point.x - left) * degree, y: kMargin + (point.y - top) * degree }));
  return { width, height, places: labelled(at, width), scale: scaleBar(degree / kKmPerDegree, width) };
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function apart(a: Box, b: Box): boolean {
  return a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
}

/// Names to the right, else to the left, else left out: the list beside the map has them all.
function labelled(points: { hall: Hall; x: number; y: number }[], width: number): Placed[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 13, right: x + 13, top: y - 13, bottom: y + 13 }));
  return points.map((point, own) => {
    const length = point.hall.name.length * kLetter;
    for (const side of ["right", "left"] as const) {
      const start = side === "right" ? point.x + 16 : point.x - 16 - length;
      const box = { left: start, right: start + length, top: point.y - 9, bottom: point.y + 9 };
      if (box.left < 2 || box.right > width - 2 || !taken.every((other, index) => index === own || apart(box, other))) continue;
      taken.push(box);
      return { ...point, label: side };
    }
    return { ...point, label: null };
  });
}

function scaleBar(pixelsPerKm: number, width: number): Chart["scale"] {
  const km = [100, 50, 20, 10, 5, 2, 1].find((length) => length * pixelsPerKm <= width / 3) ?? 0.5;
  return { km, length: km * pixelsPerKm };
}
