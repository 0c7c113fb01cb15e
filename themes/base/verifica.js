/*
 * Is a file one of those in the page's table? The browser works out its SHA-256; nothing is sent anywhere. Every word
 * that is shown stands in the page's template; the name of a file only ever becomes text.
 */
(() => {
	"use strict";

	const LARGEST = 50 * 1024 * 1024; /* bytes: no site publishes a larger attachment */

	const named = id => document.getElementById(id);
	const results = named("verifica-esiti");
	const input = named("verifica-file");

	/* digest -> what the table says of the files that have it */
	const published = new Map();
	for (const code of document.querySelectorAll("#impronte code")) {
		const about = code.closest("tr").cells[0];
		published.set(code.textContent, [...published.get(code.textContent) || [], about]);
	}

	const digestOf = async file => {
		const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
		return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("");
	};

	const result = (kind, file) => {
		const shown = named(`verifica-${kind}`).content.cloneNode(true);
		shown.querySelector("bdi").textContent = file.name;
		return shown;
	};

	const check = async file => {
		let digest;
		if (file.size > LARGEST) {
			const shown = result("diverso", file);
			shown.querySelector("code").parentElement.remove();
			return shown;
		}
		try {
			digest = await digestOf(file);
		} catch {
			return result("illeggibile", file);
		}
		const same = published.get(digest);
		const shown = result(same ? "coincide" : "diverso", file);
		for (const group of same ? [] : digest.match(/.{8}/g)) {
			const span = document.createElement("span");
			span.textContent = group;
			shown.querySelector("code").append(span, document.createElement("wbr"));
		}
		for (const about of same || []) {
			const place = document.createElement("p");
			place.append(...about.cloneNode(true).childNodes);
			shown.querySelector("div div").append(place);
		}
		return shown;
	};

	/* One file in memory at a time; what is chosen meanwhile takes the place of what was chosen before. */
	let run = 0;
	const checkAll = async files => {
		const mine = ++run;
		results.replaceChildren();
		named("verifica-lavora").hidden = false;
		for (const file of files) {
			const shown = await check(file);
			if (mine !== run)
				return;
			results.append(shown);
		}
		named("verifica-lavora").hidden = true;
	};

	named("verifica").hidden = false;
	if (!window.crypto || !crypto.subtle) {
		named("verifica-scelta").hidden = true;
		named("verifica-senza-calcolo").hidden = false;
		return;
	}
	input.addEventListener("change", () => {
		if (input.files.length > 0)
			checkAll([...input.files]);
	});
	const holdsFiles = event => event.dataTransfer && event.dataTransfer.types.includes("Files");
	document.addEventListener("dragover", event => {
		if (holdsFiles(event))
			event.preventDefault();
	});
	document.addEventListener("drop", event => {
		if (!holdsFiles(event))
			return;
		event.preventDefault();
		checkAll([...event.dataTransfer.files]);
	});
})();
