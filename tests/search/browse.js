/*
 * The search page in Debian's chromium, by keyboard, on a site served with the strictest policy that it is meant for,
 * and on one read from its folder:
 *   node browse.js SITE SITE_WITH_LINKS_FILE [PICTURE_PREFIX]
 * Says what is wrong, and ends with 1 where anything is. Each state of the page is shown to axe-core where it can be
 * had (NODE_PATH; tests/browser/install).
 */
"use strict";
const fs = require("node:fs");
const http = require("node:http");
const os = require("node:os");
const path = require("node:path");
const {spawn} = require("node:child_process");

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
const TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json"};
const [site, folder, pictures] = process.argv.slice(2);

/* Its text, or empty. */
const axe = (() => {
	try {
		return `${fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")}; 0`;
	} catch {
		return "";
	}
})();
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/* Below a folder, as on a municipality's server. */
const serve = () => new Promise(resolve => {
	const asked = [], lost = [];
	const server = http.createServer((request, response) => {
		const {pathname} = new URL(request.url, "http://localhost");
		let file = path.join(site, path.normalize(decodeURIComponent(pathname.replace(/^\/box\//, "/"))));
		if (file.endsWith("/"))
			file += "index.html";
		asked.push(pathname);
		if (!pathname.startsWith("/box/") || lost.some(pattern => pattern.test(pathname)) || !fs.existsSync(file)) {
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, {"Content-Type": TYPES[path.extname(file)] || "application/octet-stream", "Content-Security-Policy": POLICY});
		response.end(fs.readFileSync(file));
	});
	server.listen(0, "127.0.0.1", () => resolve({server, asked, lost, url: `http://127.0.0.1:${server.address().port}/box/`}));
});

/* The browser's own protocol over two pipes. */
const browser = profile => {
	const child = spawn("chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--hide-scrollbars", `--user-data-dir=${profile}`, "--remote-debugging-pipe", "about:blank"],
	{stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"]});
	const waiting = new Map(), events = [];
	let rest = "", number = 0;
	child.stdio[4].on("data", bytes => {
		const messages = (rest + bytes).split("\0");
		rest = messages.pop();
		for (const message of messages.map(text => JSON.parse(text)))
			if (message.id) {
				waiting.get(message.id)(message);
				waiting.delete(message.id);
			} else {
				events.push(message);
			}
	});
	const send = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
		const id = ++number;
		waiting.set(id, message => message.error ? reject(new Error(`${method}: ${message.error.message}`)) : resolve(message.result));
		child.stdio[3].write(`${JSON.stringify({id, method, params, sessionId})}\0`);
	});
	return {child, events, send};
};

const tab = async ({send}) => {
	const {targetId} = await send("Target.createTarget", {url: "about:blank"});
	const {sessionId} = await send("Target.attachToTarget", {targetId, flatten: true});
	const call = (method, params) => send(method, params, sessionId);
	await call("Page.enable");
	await call("Runtime.enable");
	await call("Log.enable");
	const evaluate = async expression => {
		const {result, exceptionDetails} = await call("Runtime.evaluate", {expression, awaitPromise: true, returnByValue: true});
		if (exceptionDetails)
			throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
		return result.value;
	};
	/* Until it holds, or for so long. */
	const until = async expression => {
		for (const began = Date.now(); Date.now() - began < 60000; await new Promise(resolve => setTimeout(resolve, 20)))
			if (await evaluate(expression).catch(() => false))
				return true;
		return false;
	};
	const key = async (name, code = name) => {
		for (const type of ["keyDown", "keyUp"])
			await call("Input.dispatchKeyEvent", {type, key: name, code, windowsVirtualKeyCode: {Escape: 27, Tab: 9, Enter: 13}[name],
				text: type === "keyDown" && name === "Enter" ? "\r" : undefined});
	};
	const picture = async (name, width, height) => {
		if (!pictures)
			return;
		await call("Emulation.setDeviceMetricsOverride", {width, height, deviceScaleFactor: 1, mobile: false});
		const {data} = await call("Page.captureScreenshot", {format: "png"});
		fs.writeFileSync(`${pictures}-${name}.png`, Buffer.from(data, "base64"));
	};
	/* What axe-core finds fault with, as one text. */
	const faults = async () => {
		if (!axe)
			return "";
		await evaluate(axe);
		return evaluate(`axe.run(document, {runOnly: {type: "tag", values: ${JSON.stringify(AXE_TAGS)}}, resultTypes: ["violations"], preload: false,
			rules: {"target-size": {enabled: true}}}).then(found => found.violations.flatMap(one => one.nodes.map(node => one.id + " " + node.html.slice(0, 160))).join("; "))`);
	};
	return {call, evaluate, until, key, picture, faults};
};

(async () => {
	const profile = fs.mkdtempSync(path.join(os.tmpdir(), "zonale-browse-"));
	const {server, asked, lost, url} = await serve();
	const chromium = browser(profile);
	let wrong = 0;
	const expect = (holds, what) => {
		if (!holds) {
			console.log(what);
			wrong++;
		}
	};
	try {
		const page = await tab(chromium);
		const accessible = async when => {
			const faults = await page.faults();
			expect(faults === "", `axe, ${when}: ${faults}`);
		};
		const choose = (name, value) => page.evaluate(`(() => {const select = document.getElementById("cerca-${name}"); select.value = "${value}"; select.dispatchEvent(new Event("change", {bubbles: true}));})()`);
		const ready = "document.getElementById('cerca')?.hidden === false";
		const status = "document.getElementById('cerca-esito').textContent";
		const first = "document.querySelector('#cerca-risultati a')?.getAttribute('href')";
		await page.call("Page.navigate", {url: `${url}cerca/`});
		expect(await page.until(ready), "the form does not appear");
		expect(!asked.some(each => each.includes("risorse/cerca/")), "the index is loaded before anything is asked");

		await page.evaluate("document.getElementById('cerca-parole').focus()");
		await page.call("Input.insertText", {text: "n. 5/2017"});
		expect(await page.until(`${first}?.endsWith('/box/atti/2017/dczi-5/')`), "5/2017 is not found while typing");
		expect(/^([2-9]|[1-9][0-9]+) risultati per «n\. 5\/2017»\.$/.test(await page.evaluate(status)), `the number of results is told as '${await page.evaluate(status)}'`);
		expect(await page.evaluate("document.querySelector('#cerca-risultati h2 + ol > li > h3 > a') !== null && !document.getElementById('cerca-risultati').hidden"), "the results have no headings");
		expect(await page.evaluate("new URL(location.href).searchParams.get('q')") === "n. 5/2017", "the address does not tell the question");
		await page.picture("desktop", 1280, 1000);
		await page.picture("phone", 390, 1400);

		await page.key("Escape");
		expect(await page.until("document.getElementById('cerca-parole').value === '' && !document.querySelector('#cerca-risultati a')"), "Escape does not clear");
		expect(await page.evaluate(status) === "", "the number of results stays");
		expect(await page.evaluate("document.activeElement.id") === "cerca-parole", "Escape takes the focus away");

		await page.call("Input.insertText", {text: "regolamento conferenza"});
		expect(await page.until("document.querySelectorAll('#cerca-risultati mark').length > 1"), "no word is marked");
		const before = await page.evaluate("document.querySelectorAll('#cerca-risultati li').length");
		expect(before === 10, `${before} results at first`);
		await page.evaluate("document.getElementById('cerca-altri').focus()");
		await page.key("Enter");
		expect(await page.until("document.querySelectorAll('#cerca-risultati li').length > 10"), "no more results are shown");
		expect(await page.until("document.activeElement === document.querySelectorAll('#cerca-risultati a')[10]"), "the focus is not on the first new result");

		await accessible("results");

		await page.evaluate("document.querySelector('#cerca-filtri summary').focus()");
		await page.key("Enter");
		expect(await page.until("/\\([1-9]/.test(document.querySelector('#cerca-genere option[value=punto]').textContent)"), "the choices are not counted");
		const counted = await page.evaluate("Number(document.querySelector('#cerca-genere option[value=punto]').textContent.match(/[0-9]+/)[0])");
		await choose("genere", "punto");
		expect(await page.until(`${first}?.includes('/punti/')`), "the filter does not narrow");
		const left = await page.evaluate("document.getElementById('cerca-esito').textContent");
		expect(left.startsWith(`${counted === 1 ? "Un risultato" : `${counted} risultati`} per «regolamento conferenza», solo: Punto del programma.`), `${counted} were promised, but: ${left}`);
		await accessible("filters used");
		await page.picture("filters", 1280, 1000);
		await page.evaluate("history.back()");
		expect(await page.until(`document.getElementById('cerca-genere').value === '' && document.getElementById('cerca-parole').value === 'regolamento conferenza' && !${first}?.includes('/punti/')`), "going back does not undo the filter");
		await page.evaluate("history.forward()");
		expect(await page.until(`document.getElementById('cerca-genere').value === 'punto' && ${first}?.includes('/punti/')`), "going forward does not bring it again");
		await page.evaluate("document.getElementById('cerca-senza-filtri').focus()");
		await page.key("Enter");
		expect(await page.until(`document.getElementById('cerca-genere').value === '' && !${first}?.includes('/punti/')`), "the filters are not taken off");
		expect(await page.evaluate("document.activeElement.id") === "cerca-parole", "the focus is lost with the filters");

		await page.call("Page.navigate", {url: `${url}cerca/?q=vaporetto&genere=atto`});
		expect(await page.until(`${status} !== ''`), "a question without an answer is not answered");
		expect(await page.evaluate(status) === "Nessun risultato per «vaporetto», solo: Atto. Prova con altre parole, o con meno parole.", `nothing is told as '${await page.evaluate(status)}'`);
		expect(await page.evaluate("document.getElementById('cerca-risultati').hidden && !document.getElementById('cerca-senza-filtri').hidden"), "no results are shown as results");
		await accessible("no results");

		/* A word of the page that its summary lacks. */
		await page.call("Page.navigate", {url: `${url}cerca/?q=vidimazione+registri&genere=punto`});
		expect(await page.until(`${first}?.includes('/punti/04-')`), "the fourth point is not found");
		expect(await page.until("document.querySelectorAll('.risultati > li:first-child > p:last-child mark').length > 1"), "no passage of the page is shown");
		await page.picture("passages", 390, 1000);

		await page.call("Page.navigate", {url: `${url}cerca/?q=${encodeURIComponent("<img src=x onerror=alert(1)> capofila")}&genere=atto`});
		expect(await page.until(`${first}?.includes('/atti/')`), "a question in the address is not answered");
		expect(await page.evaluate("document.querySelectorAll('main img').length") === 0, "markup of a question becomes elements");
		const broken = asked.filter(each => !fs.existsSync(path.join(site, each.replace(/^\/box\//, "/").replace(/\/$/, "/index.html"))) && !each.endsWith("favicon.ico"));
		expect(broken.length === 0, `asked for in vain: ${broken}`);
		const refused = chromium.events.filter(event => event.method === "Log.entryAdded" && event.params.entry.level === "error" && !/favicon/.test(event.params.entry.url ?? ""));
		expect(refused.length === 0, `the browser says: ${refused.map(event => event.params.entry.text).join("; ")}`);

		lost.push(/\/s[0-9]+\.[0-9a-f]+\.js$/);
		await page.call("Page.navigate", {url: `${url}cerca/?q=regolamento`});
		expect(await page.until(`${status}.startsWith('La ricerca ora non funziona.')`), "a lost file is not told");
		expect(await page.evaluate("document.getElementById('cerca-risultati').hidden"), "half of the results stay");
		await accessible("a lost file");
		lost.length = 0;
		await page.evaluate("document.getElementById('cerca-parole').focus()");
		await page.key("Enter");
		expect(await page.until(`${first} !== undefined`), "asking again does not help");

		await page.call("Page.navigate", {url: `file://${path.resolve(folder)}/cerca/index.html?q=azione+12.1`});
		expect(await page.until(`${first}?.endsWith('/12-gestione-associata/index.html#azione-12.1')`), "nothing is found in a folder");
		await page.evaluate("document.querySelector('#cerca-risultati a').click()");
		expect(await page.until("document.getElementById('azione-12.1') !== null"), "what is found in a folder leads nowhere");

		await page.call("Emulation.setScriptExecutionDisabled", {value: true});
		await page.call("Page.navigate", {url: `${url}cerca/`});
		await new Promise(resolve => setTimeout(resolve, 500));
		await page.picture("without", 1280, 1000);
	} finally {
		const ended = new Promise(resolve => chromium.child.once("exit", resolve));
		chromium.send("Browser.close").catch(() => chromium.child.kill());
		await ended;
		server.close();
		fs.rmSync(profile, {recursive: true, force: true, maxRetries: 20, retryDelay: 100});
	}
	process.exit(wrong === 0 ? 0 : 1);
})();
