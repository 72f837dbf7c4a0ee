// Times the npm package supercluster: node supercluster.mjs POINTS TIMES
// POINTS holds longitude and latitude of each point as 64-bit floats; figures go out as JSON.
// Features are made before the clock starts; one run more than asked for, not counted, warms up.
import { readFileSync } from "node:fs";
import Supercluster from "supercluster";

const bytes = readFileSync(process.argv[2]);
const degrees = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
const points = [];
for (let i = 0; i < degrees.length; i += 2) {
  const geometry = { type: "Point", coordinates: [degrees[i], degrees[i + 1]] };
  points.push({ type: "Feature", properties: { at: i }, geometry });
}

const MAX_ZOOM = 16;
const options = { radius: 40, extent: 512, minZoom: 0, maxZoom: MAX_ZOOM };
const times = Number(process.argv[3]);
const millis = [];
let index;
for (let run = 0; run <= times; run++) {
  index = null;
  const start = performance.now();
  index = new Supercluster(options).load(points);
  if (run > 0) millis.push(performance.now() - start);
}

const across = (lon) => lon / 360 + 0.5;
const down = (lat) => {
  const sin = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
};

const nodes = [];
const distances = [];
for (let zoom = 0; zoom <= MAX_ZOOM; zoom++) {
  const drawn = index.getClusters([-180, -90, 180, 90], zoom);
  nodes.push(drawn.length);
  let sum = 0;
  for (const { geometry, properties } of drawn) {
    if (!properties.cluster) continue;
    const [lon, lat] = geometry.coordinates;
    for (const leaf of index.getLeaves(properties.cluster_id, Infinity)) {
      const [x, y] = leaf.geometry.coordinates;
      sum += Math.hypot(across(x) - across(lon), down(y) - down(lat));
    }
  }
  distances.push((sum / points.length) * 256 * 2 ** zoom);
}
console.log(JSON.stringify({ millis, nodes, distances }));
