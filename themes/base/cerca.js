/*
 * The site's own search. `search` answers questions from the index's files (generator/search/index.h), whoever loads
 * them; `attach` puts it behind the form of /cerca/, whose template holds every word that is shown. Text from the
 * index only ever becomes text.
 */
const zonaleSearch = (() => {
	"use strict";

	/* --- words, as generator/search/words.c has them --- */

	const fold = text => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/ß/g, "ss");

	/* [{text, number, separator}]: the sign before a word where '/' or '-' alone stands there. */
	const wordsOf = text => {
		const folded = fold(text).replace(/(?<![\p{L}\p{N}])(?:\p{L}\.)+(?=\p{L})/gu, initials => initials.replace(/\./g, ""));
		const words = [];
		let end = 0;
		for (const match of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
			const between = folded.slice(end, match.index);
			const numeric = /^[0-9]+$/.test(match[0]);
			words.push({
				text: numeric ? match[0].replace(/^0+(?=.)/, "") : match[0],
				number: numeric ? Number(match[0]) : 0,
				separator: words.length > 0 && /^[/-]$/.test(between) ? between : "",
			});
			end = match.index + match[0].length;
		}
		return words;
	};

	const MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(" ");
	const isYear = word => word !== undefined && word.number >= 1861 && word.number <= 2999;

	/* "5/2017" at words[at] and how many words say it; what people type is read more kindly than what acts say. */
	const referenceAt = (words, at) => {
		const [first, second, third, fourth, fifth] = words.slice(at, at + 5);
		const number = first.number;
		if (!(number > 0 && number <= 99999) || first.separator === "/" || second === undefined)
			return null;
		if (second.separator !== "" && number >= 1900 && number <= 2999 &&
				(second.number === number + 1 || (second.number < 100 && second.number === (number + 1) % 100)))
			return {key: `${number}/${number + 1}`, length: 2};
		if (/^(bis|ter|quater)$/.test(second.text) && isYear(third))
			return {key: `${number}${second.text}/${third.number}`, length: 3};
		if (second.text === "del" && isYear(third))
			return {key: `${number}/${third.number}`, length: 3};
		if (second.text === "del" && third && isYear(fifth) && (MONTHS.includes(fourth.text) || fifth.separator === "/"))
			return {key: `${number}/${fifth.number}`, length: 5};
		if (second.separator === "/" && third && third.separator === "/")
			return null;
		if (isYear(second) && !isYear(first))
			return {key: `${number}/${second.number}`, length: 2};
		if (second.separator === "/" && /^[0-9]{2}$/.test(second.text))
			return {key: `${number}/${2000 + second.number}`, length: 2};
		return null;
	};

	/*
	 * What is asked: [{keys, instead}] and [{word, open}]. A key stands for several words, which take its place where
	 * nothing is called so; an open word may yet go on.
	 */
	const termsOf = (question, empty) => {
		const words = wordsOf(question);
		const plain = list => list.filter(word => !empty.has(word.text)).map(word => ({word: word.text, open: false}));
		const terms = [];
		for (let at = 0; at < words.length;) {
			const reference = words[at].number > 0 ? referenceAt(words, at) : null;
			let next = at + 1;
			while (next < words.length && /^(n|nr|num|numero)$/.test(words[next].text))
				next++;
			if (reference) {
				terms.push({key: reference.key, instead: plain(words.slice(at, at + reference.length))});
				at += reference.length;
			} else if (next < words.length && words[at].number === 0 && words[next].number > 0 &&
					!empty.has(words[at].text) && !referenceAt(words, next)) {
				terms.push({key: `${words[at].text} ${words[next].text}`, instead: plain([words[at], words[next]])});
				at = next + 1;
			} else {
				terms.push(...plain([words[at]]));
				at++;
			}
		}
		const last = terms[terms.length - 1];
		if (last && last.word && /[\p{L}\p{N}]$/u.test(question))
			last.open = true;
		return terms;
	};

	/* --- the index's files --- */

	const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

	/* Calls `each` with every document of a list. */
	const readList = (list, each) => {
		let document = -1, distance = 0, shift = 0;
		for (const digit of list) {
			const value = VALUES.get(digit);
			distance |= (value & 31) << shift;
			shift += 5;
			if (value < 32) {
				document += distance + 1;
				each(document);
				distance = shift = 0;
			}
		}
	};

	/* A part's groups: {forms, documents: Map document -> level}; documents are read when they are asked for. */
	const readPart = flat => {
		const groups = [];
		for (let at = 0; at < flat.length; at += 3) {
			const [key, endings, lists] = flat.slice(at, at + 3);
			let documents = null;
			groups.push({
				key,
				forms: endings.split(" ").map(ending => key + ending),
				documents() {
					if (documents === null) {
						documents = new Map();
						lists.split(".").forEach((list, level) => readList(list, one => documents.set(one, level)));
					}
					return documents;
				},
			});
		}
		return groups;
	};

	/* By bytes of UTF-8, as the index is sorted; for nearly all words that is the order of strings. */
	const notBehind = (a, b) => {
		if (/^[\0-\x7f]*$/.test(a + b))
			return a <= b;
		const [left, right] = [a, b].map(text => [...text].map(character => character.codePointAt(0)));
		const at = left.findIndex((code, index) => code !== right[index]);
		return at < 0 || (at < right.length && left[at] < right[at]);
	};

	/* Do two words differ by one letter: another, one more or less, or two changed about? */
	const isSlip = (a, b) => {
		if (a === b || Math.abs(a.length - b.length) > 1)
			return false;
		let start = 0, end = 0;
		while (start < a.length && a[start] === b[start])
			start++;
		while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end])
			end++;
		const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
		return left.length <= 1 && right.length <= 1 || left.length === 2 && left[0] === right[1] && left[1] === right[0];
	};

	/* `load` brings a file of the index by its name, parsed. */
	const open = async load => {
		const index = await load("indice.json");
		const empty = new Set(index.vuote.split(" "));
		const loaded = new Map();
		const once = (name, read) => {
			if (!loaded.has(name))
				loaded.set(name, load(name).then(read).catch(error => {
					loaded.delete(name);
					throw error;
				}));
			return loaded.get(name);
		};

		/* Groups of the part where a word is, and of those behind it that begin with the word. */
		const groupsAround = async (word, whole) => {
			let first = index.parti.length - 1;
			while (first > 0 && !notBehind(index.parti[first][0], word))
				first--;
			let last = first + 1;
			while (!whole && last < index.parti.length && last < first + 3 && index.parti[last][0].startsWith(word))
				last++;
			const parts = await Promise.all(index.parti.slice(first, last).map(part => once(part[1], readPart)));
			return parts.flat();
		};

		const rarity = count => Math.log(1 + (index.documenti - count + 0.5) / (count + 0.5));

		/* What a key or word finds: {sources: [{group, value}], forms, weight}, or null. */
		const found = (groups, value, forms) => {
			if (groups.length === 0)
				return null;
			const sources = groups.map(group => ({group, value, rarity: rarity(group.documents().size)}));
			return {sources, forms, weight: Math.max(...sources.map(source => source.rarity * value))};
		};

		const findKey = async key => found((await groupsAround(key, true)).filter(group => group.forms.includes(key)), 1, new Set());

		const findWord = async ({word, open: mayGoOn}) => {
			const groups = await groupsAround(word, !mayGoOn);
			const exact = groups.filter(group => group.forms.includes(word));
			const forms = groups => new Set(groups.flatMap(group => group.forms));
			const result = found(exact, 1, forms(exact));
			const begun = word.length < 3 || !(mayGoOn || !result) ? [] : groups.filter(group =>
				!exact.includes(group) && group.forms.some(form => form.startsWith(word) && !/[ /]/.test(form)));
			if (result && begun.length === 0)
				return result;
			if (begun.length > 0) {
				const more = found(begun, result ? 0.4 : 0.8, forms(begun));
				return result ? {
					sources: [...result.sources, ...more.sources],
					forms: new Set([...result.forms, ...more.forms]),
					weight: result.weight,
				} : more;
			}
			/* A form that no text has: the longest stem that it may come from. */
			const roots = groups.filter(group => group.key.length >= 4 && word.startsWith(group.key) && word.length - group.key.length <= 6);
			const longest = Math.max(0, ...roots.map(group => group.key.length));
			const near = roots.length > 0 ? roots.filter(group => group.key.length === longest) :
				word.length < 5 ? [] : groups.filter(group => group.forms.some(form => isSlip(form, word)));
			return found(near, 0.7, forms(near));
		};

		const resolve = async term => {
			if (!term.key)
				return [{asked: term.word, result: await findWord(term)}];
			const result = await findKey(term.key);
			return result ? [{asked: term.key, result}] :
				Promise.all(term.instead.map(async word => ({asked: word.word, result: await findWord(word)})));
		};

		const allowed = async filters => {
			const chosen = Object.entries(filters).filter(([, values]) => values.length > 0);
			if (chosen.length === 0)
				return null;
			const facets = await once(index.filtri, facets => facets);
			const counts = new Uint8Array(index.documenti);
			chosen.forEach(([facet, values], number) => values.forEach(value =>
				readList((facets[facet] || {})[value] || "", one => {
					if (counts[one] === number)
						counts[one]++;
				})));
			return one => counts[one] === chosen.length;
		};

		/*
		 * {documents: numbers, best first, missing: words that nothing has, forms: words to be marked}. The sum of what
		 * its words are worth there, less where some of them are missing; what is called so comes before all.
		 */
		const search = async (question, filters = {}) => {
			const [resolved, passes] = await Promise.all([
				Promise.all(termsOf(question, empty).map(resolve)).then(lists => lists.flat()),
				allowed(filters),
			]);
			const terms = resolved.filter(term => term.result);
			const scores = new Map();
			for (const {result} of terms) {
				const best = new Map();
				for (const {group, value, rarity: rare} of result.sources)
					for (const [one, level] of group.documents()) {
						const score = rare * value * index.valori[level] / 100 + (level === 0 ? 50 : 0);
						if (!passes || passes(one))
							best.set(one, Math.max(best.get(one) || 0, score));
					}
				for (const [one, score] of best) {
					const sum = scores.get(one) || {score: 0, weight: 0};
					sum.score += score;
					sum.weight += result.weight;
					scores.set(one, sum);
				}
			}
			let documents;
			if (resolved.length === 0) {
				documents = passes ? [...Array(index.documenti).keys()].filter(passes).reverse() : [];
			} else {
				const most = Math.max(0, ...[...scores.values()].map(sum => sum.weight));
				const rank = sum => sum.score * (sum.weight / most) ** 2;
				documents = [...scores].filter(([, sum]) => sum.weight >= 0.6 * most)
					.sort(([a, left], [b, right]) => rank(right) - rank(left) || b - a).map(([one]) => one);
			}
			return {
				documents,
				missing: resolved.filter(term => !term.result).map(term => term.asked),
				forms: new Set(terms.flatMap(term => [...term.result.forms])),
			};
		};

		/* What a list of results shows of a document. */
		const card = async number => {
			const cards = await once(index.schede[Math.floor(number / index.perScheda)], cards => cards);
			const [path, title, kind = "", date = "", excerpt = "", reference = "", status = ""] = cards[number % index.perScheda];
			return {path, title, kind, date, excerpt, reference, status};
		};

		return {search, card};
	};

	/* --- the page --- */

	const PAGE = 10;

	/* The text with the words that were found in <mark>, as nodes. */
	const marked = (document, text, forms) => {
		const nodes = [];
		let end = 0;
		for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
			if (!forms.has(fold(match[0])))
				continue;
			const mark = document.createElement("mark");
			mark.textContent = match[0];
			nodes.push(text.slice(end, match.index), mark);
			end = match.index + match[0].length;
		}
		return [...nodes, text.slice(end)];
	};

	const dateText = iso => {
		const [year, month, day] = iso.split("-").map(Number);
		if (!month)
			return iso;
		return new Intl.DateTimeFormat("it", {year: "numeric", month: "long", day: day ? "numeric" : undefined, timeZone: "UTC"})
			.format(new Date(Date.UTC(year, month - 1, day || 1)));
	};

	const attach = (document, window) => {
		const form = document.getElementById("cerca");
		if (!form)
			return;
		const input = form.elements.namedItem("q");
		const selects = [...form.querySelectorAll("select")];
		const status = document.getElementById("cerca-esito");
		const place = document.getElementById("cerca-risultati");
		const list = document.createElement("ol");
		const more = document.getElementById("cerca-altri");
		const say = (name, values = {}) => {
			status.textContent = form.dataset[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
		};
		const indexUrl = new URL(form.dataset.indice, window.location.href);
		const rootUrl = new URL(form.dataset.radice, window.location.href);
		const load = async name => {
			const response = await window.fetch(new URL(name, indexUrl), name === "indice.json" ? {cache: "no-cache"} : {});
			if (!response.ok)
				throw new Error(`${name}: ${response.status}`);
			return response.json();
		};
		let index = null, turn = 0, shown = 0, result = null, timer = 0;

		const labelOf = (name, value) => {
			const select = form.elements.namedItem(name);
			const option = select && [...select.options].find(each => each.value === value);
			return value && option ? option.textContent : "";
		};

		/* A reference tells the year already. */
		const dateOf = card => card.date && (card.date.length > 4 || !card.reference) ? dateText(card.date) : "";

		const item = card => {
			const row = document.createElement("li"), link = document.createElement("a"), facts = document.createElement("p");
			link.href = new URL(card.path, rootUrl).href;
			link.append(...marked(document, card.title, result.forms));
			facts.className = "dati";
			facts.textContent = [labelOf("genere", card.kind), card.reference, dateOf(card), labelOf("stato", card.status)]
				.filter(Boolean).join(" · ");
			row.append(link, facts);
			if (card.excerpt) {
				const excerpt = document.createElement("p");
				excerpt.append(...marked(document, card.excerpt, result.forms));
				row.append(excerpt);
			}
			return row;
		};

		const showMore = async focus => {
			const mine = turn;
			const cards = await Promise.all(result.documents.slice(shown, shown + PAGE).map(index.card));
			if (mine !== turn)
				return;
			const rows = cards.map(item);
			list.append(...rows);
			shown += rows.length;
			more.hidden = shown >= result.documents.length;
			if (focus && rows.length > 0)
				rows[0].querySelector("a").focus();
		};

		const filters = () => Object.fromEntries(selects.map(select => [select.name, select.value ? [select.value] : []]));

		const remember = () => {
			const url = new URL(window.location.href);
			for (const field of [input, ...selects])
				if (field.value)
					url.searchParams.set(field.name, field.value);
				else
					url.searchParams.delete(field.name);
			window.history.replaceState(null, "", url);
		};

		const tell = () => {
			const count = result.documents.length;
			const missing = result.missing.join(", ");
			say(count === 0 ? "nessuno" : count === 1 ? "uno" : "molti", {n: new Intl.NumberFormat("it").format(count)});
			if (missing)
				status.append(` ${form.dataset.mancano.replace("{parole}", missing)}`);
		};

		/* A site published anew has parts of other names: its index is read again, once. */
		const ask = async (mine, again) => {
			try {
				index ??= await open(load);
				const answer = await index.search(input.value, filters());
				if (mine !== turn)
					return;
				result = answer;
				shown = 0;
				list.replaceChildren();
				place.replaceChildren(...(result.documents.length > 0 ? [list] : []));
				more.hidden = true;
				if (input.value.trim() === "" && selects.every(select => !select.value))
					status.textContent = "";
				else
					tell();
				await showMore(false);
			} catch (error) {
				index = null;
				if (again && mine === turn)
					await ask(mine, false);
				else if (mine === turn)
					say("guasto");
			}
		};

		const search = () => {
			window.clearTimeout(timer);
			remember();
			return ask(++turn, true);
		};

		list.className = "risultati";
		list.setAttribute("aria-label", place.dataset.elenco);
		form.hidden = false;
		if (window.location.protocol === "file:") {
			say("daFile");
			return;
		}
		const asked = new URL(window.location.href).searchParams;
		for (const field of [input, ...selects])
			field.value = asked.get(field.name) || "";
		document.getElementById("cerca-filtri").open = selects.some(select => select.value);
		input.addEventListener("input", () => {
			window.clearTimeout(timer);
			timer = window.setTimeout(search, 150);
		});
		input.addEventListener("keydown", event => {
			if (event.key === "Escape" && input.value) {
				event.preventDefault();
				input.value = "";
				search();
			}
		});
		for (const select of selects)
			select.addEventListener("change", search);
		more.addEventListener("click", () => showMore(true));
		form.addEventListener("submit", event => {
			event.preventDefault();
			search();
		});
		if (input.value || selects.some(select => select.value))
			search();
	};

	return {fold, wordsOf, referenceAt, termsOf, open, marked, attach};
})();

if (typeof document !== "undefined")
	zonaleSearch.attach(document, window);
