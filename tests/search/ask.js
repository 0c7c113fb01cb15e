/*
 * Asks the theme's own search, as a browser would, without one:
 *   node ask.js CERCA.JS FOLDER QUESTION...     what comes first
 *   node ask.js CERCA.JS FOLDER --table FILE    QUESTION | PATH [PATH...]: the first must be one of them
 *   node ask.js CERCA.JS FOLDER --whole         is every form found where it is looked for, and every card there?
 *   node ask.js CERCA.JS FOLDER --words FILE    words of each line, as the program's own (build/search_words) has them
 * FOLDER holds a published site's risorse/cerca.
 */
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");
const zlib = require("node:zlib");

const [script, folder, ...questions] = process.argv.slice(2);
const search = vm.runInThisContext(`${fs.readFileSync(script, "utf8")};zonaleSearch`, {filename: script});
let transferred = 0;
const load = async name => {
	const bytes = fs.readFileSync(path.join(folder, name));
	transferred += zlib.gzipSync(bytes, {level: 9}).length;
	return search.parse(bytes.toString("utf8"));
};

const ask = async (index, question, filters) => {
	const result = await index.search(question, filters);
	const cards = await Promise.all(result.documents.slice(0, 10).map(index.card));
	return {result, cards};
};

const table = async (index, file) => {
	let asked = 0, wrong = 0;
	for (const line of fs.readFileSync(file, "utf8").split("\n")) {
		if (line === "" || line.startsWith("#"))
			continue;
		const [question, expected] = line.split(" | ");
		const {cards} = await ask(index, question);
		asked++;
		if (cards.length > 0 && expected.split(" ").includes(cards[0].path))
			continue;
		wrong++;
		console.log(`${question}\n  not ${expected}, but`);
		cards.slice(0, 4).forEach(card => console.log(`    ${card.path}  ${card.title.slice(0, 60)}`));
	}
	console.log(`${asked - wrong} of ${asked} questions`);
	return wrong === 0;
};

/* Every form finds documents by itself, those that its group has. */
const whole = async index => {
	const rules = await load("indice.js");
	let forms = 0;
	for (const [, name] of rules.parti) {
		const flat = await load(name);
		for (let at = 0; at < flat.length; at += 3)
			for (const ending of flat[at + 1].split(" ")) {
				const form = flat[at] + ending;
				forms++;
				if (/[ /.-]/.test(form))
					continue;
				const {documents, missing} = await index.search(`${form} `);
				if (documents.length === 0 || missing.length > 0) {
					console.log(`'${form}' of ${name} is not found`);
					return false;
				}
			}
	}
	for (let number = 0; number < rules.documenti; number++)
		if (!(await index.card(number)).title) {
			console.log(`document ${number} has no title`);
			return false;
		}
	console.log(`${forms} forms, ${rules.documenti} documents`);
	return true;
};

(async () => {
	const index = await search.open(load);
	if (questions[0] === "--table")
		process.exit(await table(index, questions[1]) ? 0 : 1);
	if (questions[0] === "--whole")
		process.exit(await whole(index) ? 0 : 1);
	for (const question of questions) {
		const {result, cards} = await ask(index, question);
		console.log(`${question}: ${result.documents.length}; ${transferred} bytes so far, compressed`);
		cards.forEach(card => console.log(`  ${card.path}  ${card.title.slice(0, 70)}`));
	}
})();
