/*
 * The site's own search. `search` answers questions from the index's files (generator/search/index.h), whoever loads
 * them; `attach` puts it behind the form of /cerca/, whose template holds every word that is shown. Text from the
 * index only ever becomes text.
 */
const zonaleSearch = (() => {
	"use strict";

	/* --- words, as generator/search/words.c has them --- */

	const fold = text => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase().replace(/ß/g, "ss");

	/* [{text, number, separator}]: the sign before a word where '/', '-' or '.' alone stands there. */
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
				separator: words.length > 0 && /^[/.-]$/.test(between) ? between : "",
			});
			end = match.index + match[0].length;
		}
		return words;
	};

	const MONTHS = "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split(" ");
	/* 1 to 12 for "aprile" and "apr"; else 0. */
	const monthOf = word => word && word.text.length > 2 ? MONTHS.findIndex(month => month.startsWith(word.text)) + 1 : 0;
	const isYear = word => word !== undefined && word.number >= 1861 && word.number <= 2999;

	/* "5/2017" at words[at] and how many words say it; what people type is read more kindly than what acts say. */
	const referenceAt = (words, at) => {
		const [first, second, third, fourth, fifth] = words.slice(at, at + 5);
		const number = first.number;
		if (!(number > 0 && number <= 99999) || first.separator === "/" || second === undefined)
			return null;
		if (/[/-]/.test(second.separator) && number >= 1900 && number <= 2999 &&
				(second.number === number + 1 || (second.number < 100 && second.number === (number + 1) % 100)))
			return {key: `${number}/${number + 1}`, length: 2};
		if (/^(bis|ter|quater)$/.test(second.text) && isYear(third))
			return {key: `${number}${second.text}/${third.number}`, length: 3};
		if (second.text === "del" && isYear(third))
			return {key: `${number}/${third.number}`, length: 3};
		if (second.text === "del" && third && isYear(fifth) && (monthOf(fourth) || fifth.separator === "/"))
			return {key: `${number}/${fifth.number}`, length: 5};
		if (second.separator === "/" && third && third.separator === "/")
			return null;
		if (isYear(second) && !isYear(first))
			return {key: `${number}/${second.number}`, length: 2};
		if (second.separator === "/" && /^[0-9]{2}$/.test(second.text))
			return {key: `${number}/${2000 + second.number}`, length: 2};
		return null;
	};

	/* "2017-04-13" of "13 aprile 2017", "13/4/2017" or "2017-04-13", and "2017-04" of "aprile 2017". */
	const dateAt = (words, at) => {
		const [first, second, third] = words.slice(at, at + 3);
		const two = number => String(number).padStart(2, "0");
		const dayOf = (year, month, day) => month >= 1 && month <= 12 && day >= 1 && day <= 31 ?
			{key: `${year}-${two(month)}-${two(day)}`, length: 3} : null;
		if (first.number > 0 && monthOf(second) && isYear(third))
			return dayOf(third.number, monthOf(second), first.number);
		if (third && second.separator !== "" && second.separator === third.separator)
			return isYear(third) ? dayOf(third.number, second.number, first.number) :
				isYear(first) ? dayOf(first.number, second.number, third.number) : null;
		const length = second && second.text === "del" ? 3 : 2;
		const year = words[at + length - 1];
		return monthOf(first) && isYear(year) ? {key: `${year.number}-${two(monthOf(first))}`, length} : null;
	};

	/* "12.1": an action of the programme. */
	const actionAt = (words, at) => {
		const [first, second, third] = words.slice(at, at + 3);
		const small = word => word.number >= 1 && word.number <= 99;
		return small(first) && second && second.separator === "." && small(second) && !(third && third.separator === "." && third.number > 0) ?
			{key: `${first.number}.${second.number}`, length: 2} : null;
	};

	const keyAt = (words, at) => referenceAt(words, at) || dateAt(words, at) || actionAt(words, at);

	/*
	 * What is asked: [{key, instead}] and [{word, open}]. A key stands for several words, which take its place where
	 * nothing is called so; an open word may yet go on.
	 */
	const termsOf = (question, empty) => {
		const words = wordsOf(question);
		const plain = list => list.filter(word => !empty.has(word.text)).map(word => ({word: word.text, open: false}));
		const terms = [];
		for (let at = 0; at < words.length;) {
			const known = keyAt(words, at);
			let next = at + 1;
			while (next < words.length && /^(n|nr|num|numero)$/.test(words[next].text))
				next++;
			if (known) {
				terms.push({key: known.key, instead: plain(words.slice(at, at + known.length))});
				at += known.length;
			} else if (next < words.length && words[at].number === 0 && words[next].number > 0 &&
					!empty.has(words[at].text) && !keyAt(words, next)) {
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

	/* What a file of the index holds, from its text. */
	const parse = text => JSON.parse(text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")));

	/* And from itself, run as a script: script -> what it holds. */
	const taken = new WeakMap();
	const take = value => taken.set(document.currentScript, value);

	/* `load` brings what a file of the index holds, by its name. */
	const open = async load => {
		const index = await load("indice.js");
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

		/* What a key or word finds: {sources: [{group, value, rarity}], forms, weight}, or null. */
		const found = (groups, value, forms, most = Infinity) => {
			if (groups.length === 0)
				return null;
			const sources = groups.map(group => ({group, value, rarity: Math.min(most, rarity(group.documents().size))}));
			return {sources, forms, weight: Math.max(...sources.map(source => source.rarity * value))};
		};

		/* Of what a key is written with, small numbers are not marked: they stand everywhere. */
		const findKey = async ({key, instead}) => found((await groupsAround(key, true)).filter(group => group.forms.includes(key)), 1,
			new Set(instead.map(each => each.word).filter(word => !/^[0-9]{1,3}$/.test(word))));

		const findWord = async ({word, open: mayGoOn}) => {
			const groups = await groupsAround(word, !mayGoOn);
			const exact = groups.filter(group => group.forms.includes(word));
			const forms = groups => new Set(groups.flatMap(group => group.forms));
			const result = found(exact, 1, forms(exact));
			const begun = word.length < 3 || !(mayGoOn || !result) ? [] : groups.filter(group =>
				!exact.includes(group) && group.forms.some(form => form.startsWith(word) && !/[ /.-]/.test(form)));
			if (result && begun.length === 0)
				return result;
			if (begun.length > 0) {
				/* What only begins so is worth less than the word itself, however rare. */
				const more = found(begun, result ? 0.4 : 0.8, forms(begun), result ? result.weight : Infinity);
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
			const result = await findKey(term);
			return result ? [{asked: term.key, result}] :
				Promise.all(term.instead.map(async word => ({asked: word.word, result: await findWord(word)})));
		};

		/* The documents that have what is asked, best first: the sum of what its words are worth there, less where some are missing. */
		const ranked = terms => {
			const scores = new Map();
			for (const {result} of terms) {
				const best = new Map();
				for (const {group, value, rarity: rare} of result.sources)
					for (const [one, level] of group.documents()) {
						/* What is called so comes before all. */
						const score = rare * value * index.valori[level] / 100 + (level === 0 ? 50 : 0);
						best.set(one, Math.max(best.get(one) || 0, score));
					}
				for (const [one, score] of best) {
					const sum = scores.get(one) || {score: 0, weight: 0};
					sum.score += score;
					sum.weight += result.weight;
					scores.set(one, sum);
				}
			}
			const most = Math.max(0, ...[...scores.values()].map(sum => sum.weight));
			const rank = sum => sum.score * (sum.weight / most) ** 2;
			return [...scores].filter(([, sum]) => sum.weight >= 0.6 * most)
				.sort(([a, left], [b, right]) => rank(right) - rank(left) || b - a).map(([one]) => one);
		};

		/* Narrowed to {filter: value}, and how many each other choice would leave: {filter: {value: count}}. */
		const narrow = (documents, facets, chosen) => {
			const passed = new Uint8Array(index.documenti), whole = (1 << chosen.length) - 1;
			chosen.forEach(([facet, value], bit) => readList((facets[facet] || {})[value] || "", one => {
				passed[one] |= 1 << bit;
			}));
			const counts = {};
			for (const [facet, values] of Object.entries(facets)) {
				const bit = chosen.findIndex(([name]) => name === facet), left = new Uint8Array(index.documenti);
				for (const one of documents)
					left[one] = (passed[one] | (bit < 0 ? 0 : 1 << bit)) === whole ? 1 : 0;
				counts[facet] = {};
				for (const [value, list] of Object.entries(values)) {
					counts[facet][value] = 0;
					readList(list, one => {
						counts[facet][value] += left[one];
					});
				}
			}
			return {documents: documents.filter(one => passed[one] === whole), counts};
		};

		/*
		 * {documents: numbers, best first, counts: as above, empty unless filters are chosen or `counting`, missing: words
		 * that nothing has, words: of each word asked, the forms to be marked}. Filters alone leave all there is, newest first.
		 */
		const search = async (question, filters = {}, counting = false) => {
			const chosen = Object.entries(filters).filter(([, value]) => value);
			const [resolved, facets] = await Promise.all([
				Promise.all(termsOf(question, empty).map(resolve)).then(lists => lists.flat()),
				chosen.length > 0 || counting ? once(index.filtri, all => all) : {},
			]);
			const terms = resolved.filter(term => term.result);
			const all = resolved.length > 0 ? ranked(terms) : [...Array(index.documenti).keys()].reverse();
			const {documents, counts} = narrow(all, facets, chosen);
			return {
				documents: resolved.length > 0 || chosen.length > 0 ? documents : [],
				counts,
				missing: resolved.filter(term => !term.result).map(term => term.asked),
				words: terms.map(term => term.result.forms),
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

	const PAGE = 10, PASSAGE = 240;
	const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

	/* Where the words stand in a text: [{start, end, which}]. */
	const placesOf = (text, words) => [...text.matchAll(WORDS)]
		.map(match => ({start: match.index, end: match.index + match[0].length, which: words.findIndex(forms => forms.has(fold(match[0])))}))
		.filter(place => place.which >= 0);

	const distinct = places => new Set(places.map(place => place.which)).size;

	/* The text with the words that were found in <mark>, as nodes. */
	const marked = (document, text, words) => {
		const nodes = [];
		let end = 0;
		for (const place of placesOf(text, words)) {
			const mark = document.createElement("mark");
			mark.textContent = text.slice(place.start, place.end);
			nodes.push(text.slice(end, place.start), mark);
			end = place.end;
		}
		return [...nodes, text.slice(end)];
	};

	/* Of some paragraphs, the stretch where most of the words stand together: {text, count}, the words there. */
	const passageOf = (paragraphs, words) => {
		let best = {text: "", count: 0};
		for (const text of paragraphs) {
			const places = placesOf(text, words);
			for (const {start} of places) {
				const count = distinct(places.filter(place => place.start >= start && place.end <= start + PASSAGE - 60));
				if (count <= best.count)
					continue;
				const from = start <= 60 ? 0 : text.lastIndexOf(" ", start - 40) + 1;
				const blank = from + PASSAGE < text.length ? text.lastIndexOf(" ", from + PASSAGE) : -1;
				const to = blank > start ? blank : Math.min(text.length, from + PASSAGE);
				best = {text: (from > 0 ? "…" : "") + text.slice(from, to) + (to < text.length ? "…" : ""), count};
			}
		}
		return best;
	};

	/* The paragraphs of a page, or of the part of it that a fragment names. */
	const paragraphsOf = (page, fragment) => {
		const part = fragment && page.getElementById(fragment) || page.querySelector("main");
		return part ? [...part.querySelectorAll("p, li, dd, td")].filter(each => !each.querySelector("p, li"))
			.map(each => each.textContent.replace(/\s+/g, " ").trim()) : [];
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
		const part = name => document.getElementById(`cerca-${name}`);
		const input = form.elements.namedItem("q"), selects = [...form.querySelectorAll("select")], folded = part("filtri");
		const status = part("esito"), place = part("risultati"), list = document.createElement("ol"), more = part("altri"), without = part("senza-filtri");
		const labels = new Map(selects.flatMap(select => [...select.options]).map(option => [option, option.textContent]));
		const fromFolder = window.location.protocol === "file:";
		const indexUrl = new URL(form.dataset.indice, window.location.href);
		const rootUrl = new URL(form.dataset.radice, window.location.href);
		let index = null, turn = 0, shown = 0, result = null, timer = 0;

		const words = (name, values = {}) => form.dataset[name].replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);

		/* Browsers let a page in a folder read nothing but scripts. */
		const runFile = url => new Promise((resolve, reject) => {
			const script = document.createElement("script");
			script.src = url;
			script.onload = () => resolve(taken.get(script));
			script.onerror = reject;
			document.head.append(script);
		});
		const fetchText = async (url, options) => {
			const response = await window.fetch(url, options);
			if (!response.ok)
				throw new Error(`${url}: ${response.status}`);
			return response.text();
		};
		const load = async name => {
			const url = new URL(name, indexUrl);
			return fromFolder ? runFile(url) : parse(await fetchText(url, name === "indice.js" ? {cache: "no-cache"} : {}));
		};

		const labelOf = (name, value) => {
			const select = form.elements.namedItem(name);
			const option = value && select && [...select.options].find(each => each.value === value);
			return option ? labels.get(option) : "";
		};

		/* A reference tells the year already. */
		const dateOf = card => card.date && (card.date.length > 4 || !card.reference) ? dateText(card.date) : "";

		/* In place of a summary that lacks some of the words: where they stand on the page itself. */
		const pages = new Map();
		const bringPassage = async (card, excerpt) => {
			const mine = turn, {words: wanted} = result;
			const [path, fragment] = card.path.split("#");
			if (!pages.has(path))
				pages.set(path, fetchText(new URL(path, rootUrl))
					.then(text => new window.DOMParser().parseFromString(text, "text/html")).catch(() => null));
			const page = await pages.get(path);
			if (!page || mine !== turn)
				return;
			const passage = passageOf(paragraphsOf(page, fragment), wanted);
			if (passage.count > distinct(placesOf(card.excerpt, wanted)))
				excerpt.replaceChildren(...marked(document, passage.text, wanted));
		};
		/* Only of what is seen, or nearly, and stays for a moment. */
		const seen = fromFolder ? null : new window.IntersectionObserver(entries => {
			for (const {isIntersecting, target} of entries)
				if (isIntersecting) {
					seen.unobserve(target);
					bringPassage(target.card, target);
				}
		}, {rootMargin: "50%"});

		const item = card => {
			const row = document.createElement("li"), title = document.createElement("h3"), link = document.createElement("a");
			const facts = document.createElement("p"), excerpt = document.createElement("p");
			link.href = new URL(fromFolder ? card.path.replace(/\/(?=#|$)/, "/index.html") : card.path, rootUrl).href;
			link.append(...marked(document, card.title, result.words));
			title.append(link);
			facts.className = "dati-risultato";
			facts.textContent = [labelOf("genere", card.kind), card.reference, dateOf(card), labelOf("stato", card.status)]
				.filter(Boolean).join(" · ");
			excerpt.append(...marked(document, card.excerpt, result.words));
			row.append(title, facts, excerpt);
			if (seen && distinct(placesOf(`${card.title} ${card.reference} ${card.excerpt}`, result.words)) < result.words.length) {
				excerpt.card = card;
				window.setTimeout(() => excerpt.isConnected && seen.observe(excerpt), 400);
			}
			return row;
		};

		const cardsOf = (documents, from) => Promise.all(documents.slice(from, from + PAGE).map(index.card));

		const add = cards => {
			list.append(...cards.map(item));
			shown += cards.length;
			more.hidden = shown >= result.documents.length;
		};
		const showMore = async () => {
			const mine = turn, first = shown;
			const cards = await cardsOf(result.documents, first);
			if (mine !== turn || first !== shown)
				return;
			add(cards);
			list.children[first].querySelector("a").focus();
		};

		const clear = () => {
			shown = 0;
			list.replaceChildren();
			place.hidden = more.hidden = true;
			status.textContent = "";
		};
		const fail = () => {
			index = null;
			clear();
			status.textContent = words("guasto");
		};

		const filters = () => Object.fromEntries(selects.map(select => [select.name, select.value]));
		const filtered = () => selects.filter(select => select.value);

		const showCounts = counts => {
			for (const [option, label] of labels) {
				const values = counts[option.parentElement.name], count = values && (values[option.value] || 0);
				const counted = option.value !== "" && values !== undefined;
				option.textContent = counted ? `${label} (${count})` : label;
				option.disabled = counted && count === 0 && !option.selected;
			}
		};

		const tell = () => {
			const count = result.documents.length, question = input.value.trim();
			if (question === "" && filtered().length === 0)
				return;
			status.textContent = words(count === 0 ? "nessuno" : count === 1 ? "uno" : "molti", {n: new Intl.NumberFormat("it").format(count)}) +
				(question ? words("per", {parole: question}) : "") + (filtered().length > 0 ? words("solo", {filtri: filtered().map(select => labelOf(select.name, select.value)).join(", ")}) : "") + "." +
				(result.missing.length > 0 && /\s/.test(question) ? words("mancano", {parole: result.missing.join(", ")}) : "") +
				(count === 0 ? words("consiglio") : "");
		};

		/* A site published anew has parts of other names: its index is read again, once. */
		const ask = async (mine, again) => {
			try {
				index ??= await open(load);
				const answer = await index.search(input.value, filters(), folded.open);
				const cards = await cardsOf(answer.documents, 0);
				if (mine !== turn)
					return;
				result = answer;
				clear();
				add(cards);
				place.hidden = result.documents.length === 0;
				without.hidden = filtered().length === 0;
				showCounts(result.counts);
				tell();
			} catch (error) {
				if (mine !== turn)
					return;
				index = null;
				if (again)
					await ask(mine, false);
				else
					fail();
			}
		};

		/* The address says what is asked: each choice of a filter is a step back, each letter is not. */
		const search = step => {
			const url = new URL(window.location.href);
			window.clearTimeout(timer);
			for (const field of [input, ...selects])
				if (field.value)
					url.searchParams.set(field.name, field.value);
				else
					url.searchParams.delete(field.name);
			if (url.href !== window.location.href)
				window.history[step ? "pushState" : "replaceState"](null, "", url);
			return ask(++turn, true);
		};
		const restore = () => {
			const asked = new URL(window.location.href).searchParams;
			for (const field of [input, ...selects])
				field.value = asked.get(field.name) || "";
			for (const select of selects)
				select.selectedIndex = Math.max(0, select.selectedIndex);
		};

		list.className = "risultati";
		more.parentElement.before(list);
		form.hidden = false;
		restore();
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
			select.addEventListener("change", () => search(true));
		without.addEventListener("click", () => {
			for (const select of selects)
				select.value = "";
			input.focus();
			search(true);
		});
		folded.addEventListener("toggle", () => folded.open && search());
		more.addEventListener("click", () => showMore().catch(fail));
		form.addEventListener("submit", event => {
			event.preventDefault();
			search(true);
		});
		window.addEventListener("popstate", () => {
			restore();
			ask(++turn, true);
		});
		if (input.value || filtered().length > 0)
			search();
	};

	return {fold, wordsOf, termsOf, parse, take, open, marked, passageOf, attach};
})();

if (typeof document !== "undefined")
	zonaleSearch.attach(document, window);
