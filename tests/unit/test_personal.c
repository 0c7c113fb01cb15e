#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "check/personal.h"
#include "support.h"

static void add_found(void *context, enum personal_kind kind, size_t at, size_t length)
{
	static const char *const names[] = { "code", "iban", "phone", "mail" };
	struct buffer *out = ((struct buffer **)context)[0];

	buffer_addf(out, "%s%s %zu+%zu", out->len ? "; " : "", names[kind], at, length);
}

/* "code 5+16": kind, and place and length in bytes. */
struct row {
	const char *text, *found;
};

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct buffer found = { 0 };
		struct buffer *context[] = { &found };

		buffer_add_str(&found, "");
		personal_find(slice_from(rows[i].text), add_found, context);
		cr_expect_str_eq(found.len ? found.p : "", rows[i].found, "'%s': %s", rows[i].text,
		    found.len ? found.p : "");
		cr_expect_eq(personal_any(slice_from(rows[i].text)), *rows[i].found != '\0', "%s",
		    rows[i].text);
		buffer_release(&found);
	}
}
#define ROWS(rows) check_rows(rows, sizeof rows / sizeof *(rows))

/*
 * RSSMRA80A01H501U is the code that explanations use for a Mario Rossi who does not exist; the others were worked
 * out from it by hand with the table of D.M. 23/12/1976.
 */
Test(personal, tax_codes)
{
	static const struct row rows[] = {
		{ "RSSMRA80A01H501U", "code 0+16" },
		{ "cf: rssmra80a01h501u.", "code 4+16" },
		{ "(RSSMRA80A01H501U)", "code 1+16" },
		/* the last digit, 1, changed for omocodia into M: its odd place counts 18 instead of 0, so that U becomes M */
		{ "RSSMRA80A01H50MM", "code 0+16" },
		{ "RSSMRA80A01H501V", "" },
		{ "RSSMRA80A01H501", "" },
		{ "RSSMRA80A01H501UX", "" },
		{ "XRSSMRA80A01H501U", "" },
		{ "RSSMRA80F01H501U", "" },
		{ "CUP: D31B21000000006", "" },
		{ "ABCDEF12G34H567I", "" },
	};

	ROWS(rows);
}

/* The examples of the IBAN registry (ISO 13616) and of the Italian banks' explanations. */
Test(personal, ibans)
{
	static const struct row rows[] = {
		{ "IT60X0542811101000000123456", "iban 0+27" },
		{ "IBAN IT60 X054 2811 1010 0000 0123 456.", "iban 5+33" },
		{ "it60x0542811101000000123456", "iban 0+27" },
		{ "DE89370400440532013000", "iban 0+22" },
		{ "GB29NWBK60161331926819", "iban 0+22" },
		{ "SM86U0322509800000000270100", "iban 0+27" },
		{ "IT61X0542811101000000123456", "" },
		{ "IT60X054281110100000012345", "" },
		{ "IT60X05428111010000001234567", "" },
		{ "IT60  X0542811101000000123456", "" },
		{ "ZZ60X0542811101000000123456", "" },
	};

	ROWS(rows);
}

Test(personal, phones)
{
	static const struct row rows[] = {
		{ "3331234567", "phone 0+10" },
		{ "333 1234567", "phone 0+11" },
		{ "333 12 34 567", "phone 0+13" },
		{ "333/1234567,", "phone 0+11" },
		{ "+39 333 1234567", "phone 0+15" },
		{ "+393331234567", "phone 0+13" },
		{ "0039 333 1234567", "phone 0+16" },
		{ "(+39) 333 1234567", "phone 1+16" },
		{ "0573 123456", "phone 0+11" },
		{ "0573/12 34 56", "phone 0+13" },
		{ "0573-123456", "phone 0+11" },
		{ "(0573) 123456", "phone 1+12" },
		{ "055 1234567", "phone 0+11" },
		{ "06 12345678", "phone 0+11" },
		{ "tel. 0573123456", "phone 5+10" },
		{ "telefono dell'ufficio: 0573 1234", "phone 23+9" },
		{ "cell.3331234567", "phone 5+10" },
		{ "tel:0573123456", "phone 4+10" },
		{ "+33 6 12 34 56 78", "phone 0+17" },
		{ "2024 333 1234567", "phone 5+11" },
		{ "0573 123456 2024", "phone 0+11" },
		{ "0573 123456 - 333 1234567", "phone 0+11; phone 14+11" },
		{ "tel. 0573 123456\n333 1234567", "phone 5+11; phone 17+11" },
		{ "al numero 333 1234567", "phone 10+11" },
		/* not these */
		{ "numero di protocollo 3331234567", "" },
		{ "num. 3331234567", "" },
		{ "0573123456", "" },
		{ "prot. n. 0573 123456", "" },
		{ "prot. 0012345/2024", "" },
		{ "Protocollo 3331234567", "" },
		{ "CIG 3331234567", "" },
		{ "partita IVA 01234567890", "" },
		{ "P.IVA 0573 1234567", "" },
		{ "D31B21000000006", "" },
		{ "delibera n. 0573/2024", "" },
		{ "06/11/2024", "" },
		{ "02.05.2024", "" },
		{ "il 02-05-24 alle 10", "" },
		{ "fax del 02.05.2024", "" },
		{ "0573 12.34-567", "" },
		{ "2024-05-13", "" },
		{ "dalle 06.30-08.30", "" },
		{ "2024/25", "" },
		{ "3.456.789.012", "" },
		{ "333.123.456,70", "" },
		{ "€ 3331234567", "" },
		{ "https://alfa.example/333/3331234567", "" },
		{ "a3331234567", "" },
		{ "3331234567b", "" },
		{ "12345678901234567890", "" },
		{ "istat: 047014", "" },
		{ "800 123456", "" },
		{ "+", "" },
	};

	ROWS(rows);
}

Test(personal, mail)
{
	static const struct row rows[] = {
		{ "nome.inventato@gmail.com", "mail 0+24" },
		{ "<Nome_Inventato@Libero.IT>", "mail 1+24" },
		{ "nome@hotmail.it.", "mail 0+15" },
		{ "scrivere a nome@yahoo.co.uk!", "mail 11+16" },
		{ "ufficio@comune.alfa.example", "" },
		{ "nome@gmail.com.alfa.example", "" },
		{ "nome@notgmail.com", "" },
		{ "@gmail.com", "" },
		{ "nome @gmail.com", "" },
		{ "3331234567@libero.it", "mail 0+20" },
	};

	ROWS(rows);
}

#define ACT "atti/2031/dczi-1.md"

Test(personal, in_files)
{
	static const struct check_row rows[] = {
		{ "front matter, body, places in characters",
		    { { ACT, "numero: 1", "numero: 1\nfonte: perché RSSMRA80A01H501U" },
			{ ACT, "Di approvare l'accordo.",
			    "Sul conto IT60 X054 2811 1010 0000 0123 456, tel. 0573 123456.\n   "
			    "à nome@gmail.com" } },
		    ACT ":5:15 PERSONAL_TAX_CODE RSS…; " ACT ":22:14 PERSONAL_IBAN IT6…; " ACT
			":22:54 PERSONAL_PHONE 057…; " ACT ":23:6 PERSONAL_EMAIL nom…" },
		{ "the site's contacts are an office's, but no more",
		    { { "sito.yaml", "licenza:", "descrizione: Tel. 0573 123456\nlicenza:" },
			{ "sito.yaml", "telefono: 0573 123456",
			    "telefono: 0573 123456\n  indirizzo: RSSMRA80A01H501U" } },
		    "sito.yaml:5:19 PERSONAL_PHONE 057…; sito.yaml:10:14 PERSONAL_TAX_CODE "
		    "RSS…" },
		{ "a name of a file",
		    { { "atti/2031/rssmra80a01h501u.md", NULL,
			"---\ntipo: avviso\nente: alfa\nnumero: senza_numero\ndata: 2031-04-10\n"
			"oggetto: Un avviso di prova\n---\nTesto.\n" } },
		    "atti/2031 PERSONAL_FILE_NAME rss…" },
		{ "a draft will be published one day",
		    { { ACT, "numero: 1", "numero: 1\nstato: bozza" },
			{ ACT, "l'accordo.", "RSSMRA80A01H501U" } },
		    ACT ":22:17 PERSONAL_TAX_CODE RSS…" },
		{ "a text attached",
		    { { ACT, "dati_personali: solo",
			  "allegati:\n  - {file: a.csv, titolo: Prova}\ndati_personali: solo" },
			{ "atti/2031/dczi-1/a.csv", NULL,
			    "\xEF\xBB\xBF"
			    "a;b\r\n1;333 1234567\r\n" } },
		    "atti/2031/dczi-1/a.csv:2:3 PERSONAL_PHONE 333…" },
	};

	CHECK_ROWS(rows);
}

Test(personal, shown_in_part)
{
	struct arena *arena = arena_new();

	cr_expect(slice_is(personal_shortened(SLICE("RSSMRA80A01H501U"), arena), "RSS…"));
	cr_expect(slice_is(personal_shortened(SLICE("èé@x"), arena), "èé@…"));
	cr_expect(slice_is(personal_masked(SLICE("niente"), arena), "niente"));
	cr_expect(slice_is(
	    personal_masked(SLICE("'RSSMRA80A01H501U', 333 1234567."), arena), "'RSS…', 333…."));
	cr_expect(diag_is_personal(DIAG_PERSONAL_TAX_CODE));
	cr_expect(diag_is_personal(DIAG_PERSONAL_FILE_NAME));
	cr_expect_not(diag_is_personal(DIAG_REDACTION_FUTURE));
	arena_free(arena);
}
