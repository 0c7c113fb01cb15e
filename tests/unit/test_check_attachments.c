#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/child.h"
#include "check/pdf_facts.h"
#include "check/sniff.h"
#include "support.h"

#define ACT "atti/2031/dczi-1.md"
#define FOLDER "atti/2031/dczi-1/"

/* One attachment, on lines 17 to 18. */
#define LISTED(name)                                                                         \
	{                                                                                    \
		ACT, "dati_personali: solo",                                                 \
		    "allegati:\n  - file: " name "\n    titolo: Prova\ndati_personali: solo" \
	}

Test(check_attachments, rules)
{
	static const struct check_row rows[] = {
		{ "listed and right",
		    { LISTED("tabella.csv"), { FOLDER "tabella.csv", NULL, "a;b\n1;2\n" } }, "" },
		{ "listed and not there", { LISTED("tabella.csv") },
		    ACT ":18:11 ATTACHMENT_MISSING tabella.csv,content/atti/2031/dczi-1/" },
		{ "a kind that is not allowed",
		    { LISTED("testo.docx"), { FOLDER "testo.docx", NULL, "PK\003\004" } },
		    ACT ":18:11 ATTACHMENT_KIND docx" },
		{ "vectors could hold scripts",
		    { LISTED("disegno.svg"), { FOLDER "disegno.svg", NULL, "<svg/>" } },
		    ACT ":18:11 ATTACHMENT_KIND svg" },
		{ "an extension in capitals",
		    { LISTED("testo.PDF"), { FOLDER "testo.PDF", NULL, "%PDF-1.7\n" } },
		    ACT ":18:11 ATTACHMENT_NAME testo.PDF" },
		{ "a way out of the folder", { LISTED("../dczi-2.md") },
		    ACT ":18:11 ATTACHMENT_NAME ../dczi-2.md" },
		{ "a page under another name",
		    { LISTED("testo.pdf"), { FOLDER "testo.pdf", NULL, "<html></html>" } },
		    ACT ":18:11 ATTACHMENT_CONTENT testo.pdf,HTML, SVG" },
		{ "not listed", { { FOLDER "tabella.csv", NULL, "a;b\n" } },
		    FOLDER "tabella.csv ATTACHMENT_UNLISTED content/" ACT },
		{ "of no act", { { "atti/2031/dczi-9/tabella.csv", NULL, "a;b\n" } },
		    "atti/2031/dczi-9/tabella.csv ATTACHMENT_ORPHAN 2031/dczi-9" },
		{ "an alternative that is not there",
		    { LISTED("tabella.csv\n    alternativa: altra.csv"),
			{ FOLDER "tabella.csv", NULL, "a;b\n" } },
		    ACT ":19:18 ATTACHMENT_ALTERNATIVE altra.csv" },
		{ "listed twice",
		    { LISTED("tabella.csv\n    titolo: Prima\n  - file: tabella.csv"),
			{ FOLDER "tabella.csv", NULL, "a;b\n" } },
		    ACT ":20:11 ATTACHMENT_TWICE tabella.csv" },
		{ "an opinion's file",
		    { { ACT, "numero: 1",
			"numero: 1\npareri:\n  - tipo: tecnico\n    esito: favorevole\n"
			"    allegato: parere.pdf" } },
		    ACT ":8:15 OPINION_ATTACHMENT parere.pdf" },
	};

	CHECK_ROWS(rows);
}

Test(check_attachments, pages_said)
{
	static const struct {
		const char *name, *facts;
		uint32_t pages;
	} rows[] = {
		{ "as it says it", "Producer:        x\nPages:           12\nEncrypted: no\n", 12 },
		{ "first", "Pages: 1\n", 1 },
		{ "inside a title", "Title:           Pages: 7\nPages:           2\n", 2 },
		{ "no number", "Pages:           molte\n", 0 },
		{ "negative", "Pages:           -1\n", 0 },
		{ "nothing", "", 0 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect(pdf_pages_said(slice_from(rows[i].facts)) == rows[i].pages, "%s: %u",
		    rows[i].name, pdf_pages_said(slice_from(rows[i].facts)));
}

#define PDF_PAGE(contents)                                                        \
	"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"              \
	"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"                  \
	"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R" \
	"/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n"                            \
	"4 0 obj\n<</Length 40>>\nstream\n" contents "\nendstream\nendobj\n"      \
	"5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n"      \
	"trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n"
#define TEXT PDF_PAGE("BT /F1 12 Tf 20 200 Td (Un testo) Tj ET   ")
#define NO_TEXT PDF_PAGE("10 10 100 100 re f                      ")

Test(check_attachments, pdf_facts)
{
	static const char *const version[] = { "pdfinfo", "-v", NULL };
	static const struct child_limits limits = { 10, (size_t)1 << 30, 1 << 16 };
	static const struct {
		const char *name;
		struct edit edits[MAX_EDITS];
		const char *expected;
	} rows[] = {
		{ "as it is told",
		    { LISTED("a.pdf\n    pagine: 1"), { FOLDER "a.pdf", NULL, TEXT } }, "" },
		{ "other pages", { LISTED("a.pdf\n    pagine: 2"), { FOLDER "a.pdf", NULL, TEXT } },
		    ACT ":19:13 ATTACHMENT_PAGES a.pdf,2,1" },
		{ "nothing told", { LISTED("a.pdf"), { FOLDER "a.pdf", NULL, TEXT } }, "" },
		{ "no text", { LISTED("a.pdf"), { FOLDER "a.pdf", NULL, NO_TEXT } },
		    ACT ":18:11 ATTACHMENT_NO_TEXT a.pdf" },
		{ "no text, and told readable",
		    { LISTED("a.pdf\n    accessibile: si"), { FOLDER "a.pdf", NULL, NO_TEXT } },
		    ACT ":18:11 ATTACHMENT_NO_TEXT a.pdf" },
		{ "no text, and told so",
		    { LISTED("a.pdf\n    accessibile: no"), { FOLDER "a.pdf", NULL, NO_TEXT } },
		    "" },
		{ "can't be read",
		    { LISTED("a.pdf\n    pagine: 2"), { FOLDER "a.pdf", NULL, "%PDF-1.4\n" } },
		    "" },
		{ "no PDF", { LISTED("a.txt\n    pagine: 2"), { FOLDER "a.txt", NULL, "a\n" } },
		    "" },
	};
	struct buffer said = { 0 };

	if (child_run(version, SLICE(""), &limits, &said) != 0) {
		printf("poppler's programs are not installed\n");
		cr_skip_test();
	}
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct sample sample;

		sample_load(&sample, rows[i].edits);
		cr_expect(check_pdf_facts(sample.site, 2, &sample.diagnostics) == 0);
		cr_expect_str_eq(sample_reported(&sample.diagnostics, sample.arena),
		    rows[i].expected, "%s", rows[i].name);
		sample_release(&sample);
	}
	buffer_release(&said);
}

Test(check_attachments, too_large)
{
	static char huge[(50 << 20) + 2];
	static const struct check_row rows[] = {
		{ "one byte more than 50 MiB", { LISTED("a.txt"), { FOLDER "a.txt", NULL, huge } },
		    ACT ":18:11 ATTACHMENT_TOO_LARGE a.txt" },
	};

	struct arena *arena = arena_new();

	memset(huge, 'a', sizeof huge - 1);
	CHECK_ROWS(rows);
	huge[50 << 20] = '\0';
	cr_expect_str_eq(sample_check(rows[0].edits, 1, arena), "", "exactly 50 MiB");
	arena_free(arena);
}

#define BYTES(literal) SLICE_INIT(literal)

Test(check_attachments, contents)
{
	static const struct {
		const char *name, *extension;
		struct slice bytes;
		bool fits;
	} rows[] = {
		{ "pdf", "pdf", BYTES("%PDF-1.4\n"), true },
		{ "pdf behind other bytes", "pdf", BYTES("\r\nx%PDF-1.4\n"), true },
		{ "text named pdf", "pdf", BYTES("Delibera"), false },
		{ "empty", "pdf", BYTES(""), false },
		{ "signed, DER with a long length", "p7m",
		    BYTES("\x30\x82\x12\x34\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02\xA0"),
		    true },
		{ "signed, DER with an open length", "p7m",
		    BYTES("\x30\x80\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02\xA0"), true },
		{ "another DER", "p7m", BYTES("\x30\x03\x02\x01\x01"), false },
		{ "signed, PEM", "p7m", BYTES("-----BEGIN PKCS7-----\nMIAGCS"), true },
		{ "signed, base64 alone", "p7m",
		    BYTES(
			"MIAGCSqGSIb3DQEHAqCAMIACAQExDzANBglghkgBZQMEAgEFADCABgkqhkiG9w0B\r\nBwGg"),
		    true },
		{ "pdf named p7m", "p7m", BYTES("%PDF-1.4\n"), false },
		{ "png", "png", BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), true },
		{ "jpeg", "jpg", BYTES("\xFF\xD8\xFF\xE0\0\x10JFIF"), true },
		{ "png named jpg", "jpg", BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), false },
		{ "odt", "odt",
		    BYTES("PK\3\4\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x27\0\0\0\x27\0\0\0\x08\0\0\0"
			  "mimetypeapplication/vnd.oasis.opendocument.textPK\3\4"),
		    true },
		{ "ods", "ods",
		    BYTES("PK\3\4\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x2E\0\0\0\x2E\0\0\0\x08\0\0\0"
			  "mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK\3\4"),
		    true },
		{ "odt template", "odt",
		    BYTES("PK\3\4\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x30\0\0\0\x30\0\0\0\x08\0\0\0"
			  "mimetypeapplication/vnd.oasis.opendocument.text-templatePK\3\4"),
		    false },
		{ "docx named odt", "odt",
		    BYTES("PK\3\4\x14\0\x06\0\x08\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0"
			  "[Content_Types].xml"),
		    false },
		{ "csv", "csv", BYTES("ente;voto\nalfa;s\xC3\xAC\n"), true },
		{ "csv with a mark", "csv",
		    BYTES("\xEF\xBB\xBF"
			  "a;b\r\n"),
		    true },
		{ "csv in Latin-1", "csv", BYTES("ente;citt\xE0\n"), false },
		{ "csv in UTF-16", "csv",
		    BYTES("\xFF\xFE"
			  "a\0;\0"),
		    false },
		{ "csv with NUL", "csv", BYTES("a\0b"), false },
		{ "old Excel named csv", "csv", BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), false },
		{ "json", "json", BYTES(" {\"a\": 1}"), true },
		{ "json list", "json", BYTES("[1]"), true },
		{ "text named json", "json", BYTES("ciao"), false },
		{ "xml", "xml", BYTES("<?xml version=\"1.0\"?><akomaNtoso/>"), true },
		{ "text named xml", "xml", BYTES("ciao"), false },
		{ "svg named xml", "xml",
		    BYTES("<?xml version=\"1.0\"?><s xmlns=\"http://www.w3.org/2000/SVG\"/>"),
		    false },
		{ "page named xml", "xml", BYTES("<h:div xmlns:h='http://www.w3.org/1999/xhtml'/>"),
		    false },
		{ "style sheet in xml", "xml", BYTES("<?xml-stylesheet href='x.xsl'?><a/>"),
		    false },
		{ "page named txt", "txt", BYTES("\n <!DOCTYPE html><p>ciao"), false },
		{ "text that speaks of pages", "txt", BYTES("il segno <html> apre una pagina"),
		    true },
		{ "not in the list", "zip", BYTES("PK\3\4"), false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_eq(content_fits(slice_from(rows[i].extension), rows[i].bytes),
		    rows[i].fits, "%s: taken for %s", rows[i].name,
		    content_name(content_sniff(rows[i].bytes)));
}
