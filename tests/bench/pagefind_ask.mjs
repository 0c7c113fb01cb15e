/*
 * What a browser is sent until Pagefind shows its first result: pagefind_ask.mjs FOLDER QUESTION...
 *
 * FOLDER holds pagefind.js. Prints a line a question: bytes, compressed, results, and the address of the first. Each
 * question begins with nothing loaded. Pagefind's own files are compressed as they are; scripts and JSON as a server
 * would.
 */
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import {pathToFileURL} from "node:url";

const [folder, ...questions] = process.argv.slice(2);
const squeezed = bytes => bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes.length : zlib.gzipSync(bytes, {level: 9}).length;
let sent = 0;

globalThis.fetch = async address => {
	const name = String(address).replace(/^file:\/\//, "").replace(/\?.*$/, "").replace(/^.*\/pagefind\//, "");
	const bytes = fs.readFileSync(path.join(folder, name));
	sent += squeezed(bytes);
	return new Response(bytes, {status: 200});
};
globalThis.document = {querySelector: () => ({getAttribute: () => "it"}), currentScript: null};
globalThis.window = {location: {origin: ""}};
globalThis.location = {href: "http://127.0.0.1/", origin: "http://127.0.0.1"};

const script = path.resolve(folder, "pagefind.js");
for (const [number, question] of questions.entries()) {
	sent = squeezed(fs.readFileSync(script));
	const pagefind = await import(`${pathToFileURL(script).href}?${number}`);
	await pagefind.options({basePath: "http://127.0.0.1/pagefind/", baseUrl: "/"});
	const {results} = await pagefind.search(question);
	const first = results.length > 0 ? (await results[0].data()).url : "nothing";
	console.log(`${sent} ${results.length} ${first} ${question}`);
}
