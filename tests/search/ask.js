/*
 * Asks the theme's own search, as a browser would, without one:
 *   node ask.js CERCA.JS FOLDER QUESTION...     what comes first
 *   node ask.js CERCA.JS FOLDER --table FILE    QUESTION | PATH [PATH...]: the first must be one of them
 *   node ask.js CERCA.JS FOLDER --whole         is every form found where it is looked for, and every card there?
 *   node ask.js CERCA.JS FOLDER --sent QUESTION...
 *                                               bytes until the first result, client and all; results; the first
 *   node ask.js CERCA.JS FOLDER --stems WORDS STEMS CORRECTIONS
 *                                               does each word bring the words of its stem and no others? The site must
 *                                               hold them all
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

/*
 * What the browser takes for one word is what has one stem: line by line in two files, but for the words of the third.
 * Empty words aside, and the one whose stem hangs on libstemmer's version.
 */
const stems = async (index, [words, stemsOfWords, corrections]) => {
	const lines = file => fs.readFileSync(file, "utf8").split("\n").filter(line => line !== "" && !line.startsWith("#"));
	const corrected = new Map(lines(corrections).map(line => line.split(" ")));
	const own = lines(stemsOfWords), stemsOf = new Map(), formsOf = new Map();
	const add = (map, key, value) => map.set(key, (map.get(key) || new Set()).add(value));
	const learn = (word, stem) => {
		add(stemsOf, search.fold(word), search.fold(stem));
		add(formsOf, search.fold(stem), search.fold(word));
	};
	lines(words).forEach((word, at) => word === "divano" || corrected.has(word) || learn(word, own[at]));
	corrected.forEach((stem, word) => learn(word, stem));
	const empty = new Set((await load("indice.js")).vuote.split(" "));
	let asked = 0, wrong = 0;
	for (const [word, itsStems] of stemsOf) {
		const {words: [forms = []]} = await index.search(`${word} `);
		/* The site's own words, of which the files do not know. */
		const seen = new Set([...forms].filter(form => stemsOf.has(form)));
		const expected = new Set([...itsStems].flatMap(stem => [...formsOf.get(stem)]).filter(form => !empty.has(form)));
		if (empty.has(word))
			continue;
		asked++;
		if (seen.size === expected.size && [...expected].every(form => seen.has(form)))
			continue;
		if (++wrong <= 10)
			console.log(`${word}: ${[...seen].join(" ")}\n  instead of ${[...expected].join(" ")}`);
	}
	console.log(`${asked} words, ${wrong} of them wrong`);
	return wrong === 0 && asked > 30000;
};

/* Each question begins with nothing loaded. */
const sent = async asked => {
	for (const question of asked) {
		transferred = zlib.gzipSync(fs.readFileSync(script), {level: 9}).length;
		const index = await search.open(load);
		const {documents} = await index.search(question);
		const first = documents.length > 0 ? (await index.card(documents[0])).path : "nothing";
		console.log(`${transferred} ${documents.length} ${first}`);
	}
};

(async () => {
	if (questions[0] === "--sent") {
		await sent(questions.slice(1));
		return;
	}
	const index = await search.open(load);
	if (questions[0] === "--table")
		process.exit(await table(index, questions[1]) ? 0 : 1);
	if (questions[0] === "--whole")
		process.exit(await whole(index) ? 0 : 1);
	if (questions[0] === "--stems")
		process.exit(await stems(index, questions.slice(1)) ? 0 : 1);
	for (const question of questions) {
		const {result, cards} = await ask(index, question);
		console.log(`${question}: ${result.documents.length}; ${transferred} bytes so far, compressed`);
		cards.forEach(card => console.log(`  ${card.path}  ${card.title.slice(0, 70)}`));
	}
})();
