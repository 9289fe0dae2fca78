// Reads a graph with graphology and prints it as graphology's own JSON.
// node read_by_graphology.cjs NODE_MODULES FILE
const fs = require("node:fs");
const path = require("node:path");

const [modules, file] = process.argv.slice(2);
const from = (name) => require(path.resolve(modules, name));
const Graph = from("graphology");
const text = fs.readFileSync(file, "utf8");

const readers = {
  ".graphml": () => from("graphology-graphml").parse(Graph, text),
  ".gexf": () => from("graphology-gexf").parse(Graph, text),
  ".json": () => Graph.from(JSON.parse(text)),
};

process.stdout.write(JSON.stringify(readers[path.extname(file)]().export()));
