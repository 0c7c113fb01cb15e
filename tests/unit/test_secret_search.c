/* Terms in every form in which they may hide, and what must not be taken for them. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/inflate.h"
#include "check/secret_search.h"

/* The ways by name, in the order of enum secret_way. */
static const char *const way_names[SECRET_WAY_COUNT] = { "utf16", "percent", "references",
	"escapes", "quoted", "base64", "hex", "markup", "hyphen", "spaced", "pdf", "pdftext", "zip",
	"gzip", "picture" };
static const char *const gap_names[SECRET_GAP_COUNT] = { "locked", "archive", "noreader", "broken",
	"toolarge", "picture", "notext" };

static void add_names(
    struct buffer *out, unsigned bits, const char *const *names, unsigned count, char before)
{
	for (unsigned i = 0; i < count; i++)
		if (bits >> i & 1)
			buffer_addf(out, "%c%s", before, names[i]);
}

/* "1 2+base64 ?locked": which terms were found, how, and what could not be looked into. */
static const char *looked(
    const char *terms, struct slice bytes, pdf_reader *read_pdf, struct buffer *out)
{
	struct secret_find finds[SECRET_TERMS_MAX];
	struct secret_search *search;
	unsigned gaps;
	size_t line;

	cr_assert_eq(secret_search_new(slice_from(terms), read_pdf, NULL, &search, &line),
	    SECRET_ACCEPTED, "%s", terms);
	gaps = secret_search_look(search, bytes, finds);
	buffer_clear(out);
	buffer_add_str(out, "");
	for (size_t i = 0; i < secret_search_terms(search); i++) {
		if (!finds[i].found)
			continue;
		buffer_addf(out, "%s%zu", out->len ? " " : "", i + 1);
		add_names(out, finds[i].ways, way_names, SECRET_WAY_COUNT, '+');
	}
	add_names(out, gaps, gap_names, SECRET_GAP_COUNT, '?');
	secret_search_free(search);
	return out->p;
}

struct row {
	const char *terms, *text, *expected;
};

static void look_rows(const struct row *rows, size_t count)
{
	struct buffer out = { 0 };

	for (size_t i = 0; i < count; i++)
		cr_expect_str_eq(looked(rows[i].terms, slice_from(rows[i].text), NULL, &out),
		    rows[i].expected, "'%s' in '%s': %s", rows[i].terms, rows[i].text, out.p);
	buffer_release(&out);
}
#define LOOK(rows) look_rows(rows, sizeof rows / sizeof *(rows))

Test(secret_search, plain_forms)
{
	static const struct row rows[] = {
		{ "Nome Inventato", "di Nome Inventato.", "1" },
		{ "Nome Inventato", "di NOME   inventato.", "1" },
		{ "Nome Inventato", "di Nome\n\tInventato.", "1" },
		{ "Nome Inventato", "di Nome\xC2\xA0Inventato.", "1" },
		{ "Nome Inventato", "NomeInventato", "" },
		{ "Nome Inventato", "x/nome-inventato.pdf", "1" },
		{ "Nome Inventato", "nome.inventato@example.org", "1" },
		{ "nome_inventato", "Nome Inventato", "1" },
		{ "  Nome   Inventato  ", "Nome Inventato", "1" },
		{ "Niccol\xC3\xB2", "NICCOLO", "1" },
		{ "niccolo", "Niccol\xC3\xB2", "1" },
		{ "niccolo", "Niccolo\xCC\x80", "1" },
		{ "Niccol\xC3\xB2", "Niccolo\xCC\x80", "1" },
		{ "Niccol\xC3\xB2 Inventato", "NICCOLO' INVENTATO", "1" },
		{ "d'Alfa",
		    "D\xE2\x80\x99"
		    "ALFA",
		    "1" },
		{ "finta", "\xEF\xAC\x81nta", "1" },
		{ "inventato", "inven\xC2\xADtato", "1" },
		/* Latin-1 and what Windows makes of it */
		{ "Niccol\xC3\xB2 Inventato", "Niccol\xF2 Inventato", "1" },
		{ "d'Alfa",
		    "d\x92"
		    "Alfa",
		    "1" },
		{ "Stra\xC3\x9F"
		  "e",
		    "STRASSE", "1" },
		/* several terms, by their lines */
		{ "uno\n\ndue\ntre\n", "due e uno", "1 2" },
		{ "uno\r\ndue\r\n", "due", "2" },
		{ "uno", "", "" },
	};

	LOOK(rows);
}

Test(secret_search, encoded_forms)
{
	static const struct row rows[] = {
		{ "Nome Inventato", "?q=Nome%20Inventato&x", "1+percent" },
		{ "Nome Inventato", "?q=Nome+Inventato&x", "1+percent" },
		{ "Niccol\xC3\xB2", "%4Eiccol%C3%B2", "1+percent" },
		{ "Niccol\xC3\xB2", "%u004Eiccol%F2", "1+percent" },
		{ "Niccol\xC3\xB2 Inventato", "Niccol&ograve;&nbsp;Inventato", "1+references" },
		{ "Nome Inventato", "N&#111;me &#x49;nventato", "1+references" },
		{ "Nome Inventato", "\"N\\u006fme Inventato\"", "1+escapes" },
		{ "Nome Inventato", "N\\x6fme \\111nventato", "1+escapes" },
		{ "Niccol\xC3\xB2", "\"Niccol\\303\\262\"", "1+escapes" },
		{ "Niccol\xC3\xB2", "{\\rtf1 \\'4eiccol\\'f2}", "1+escapes" },
		{ "Nome Inventato", "Nome=20Inven=\r\ntato", "1+quoted" },
		{ "Nome Inventato", "=?utf-8?Q?Nome_=49nventato?=", "1+quoted" },
		{ "Nome Inventato", "<b>No</b>me <i>Inv</i>entato", "1+markup" },
		{ "Nome Inventato", "<td>Nome</td><td>Inventato</td>", "1+markup" },
		{ "Nome Inventato", "Nome<text:s/>Inven<a b=\"c\">tato</a>", "1+markup" },
		{ "Nome Inventato", "<b>Nome</b> Inven<i>tato", "1+markup" },
		{ "Nome Inventato", "<Nome <Inventato", "" },
		{ "Nome Inventato", "Nome Inven-\ntato", "1+hyphen" },
		{ "Nome Inventato", "x 4e6f6d6520496e76656e7461746f x", "1+hex" },
		{ "Nome Inventato", "<04E6F6D6520496E76656E7461746F>", "1+hex" },
		{ "Nome Inventato", "4E6F 6D65 2049 6E76 656E 7461 746F", "1+hex" },
		{ "Nome Inventato",
		    "<FEFF004E006F006D006500200049006E00760065006E007400610074006F>",
		    "1+utf16+hex" },
		/* all three places in a group of base64, the URL's alphabet, with lines */
		{ "Nome Inventato", "Tm9tZSBJbnZlbnRhdG8=", "1+base64" },
		{ "Nome Inventato", "eE5vbWUgSW52ZW50YXRv", "1+base64" },
		{ "Nome Inventato", "eHhOb21lIEludmVudGF0bw==", "1+base64" },
		{ "Nome Inventato", "path/Tm9tZSBJbnZlbnRhdG8/x", "1+base64" },
		{ "Nome Inventato",
		    "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh\r\nTm9tZSBJbnZlbnRhdG8=",
		    "1+base64" },
		{ "\xC3\xBF\xC3\xBF\xC3\xBF\xC3\xBF", "_w7_Dv8O_w78", "1+base64" },
		/* one inside the other */
		{ "Nome Inventato", "%26%23x4e%3bome Inventato", "1+percent+references" },
		{ "Nome Inventato", "Nome%2520Inventato", "" },
		/* numbers */
		{ "IT60X0542811101000000123456", "IT60 X054 2811 1010 0000 0123 456", "1+spaced" },
		{ "0573 000-1111", "(0573) 0001111", "1+spaced" },
		{ "1234567", "12 34 567", "" },
	};

	LOOK(rows);
}

static struct slice utf16(const char *text, bool high_first, struct buffer *out)
{
	buffer_clear(out);
	for (const char *p = text; *p; p++) {
		if (high_first)
			buffer_add_byte(out, '\0');
		buffer_add_byte(out, *p);
		if (!high_first)
			buffer_add_byte(out, '\0');
	}
	return buffer_slice(out);
}

Test(secret_search, utf16)
{
	struct buffer text = { 0 }, out = { 0 };

	for (unsigned i = 0; i < 2; i++) {
		struct slice bytes = utf16("di Nome  INVENTATO.", i, &text);

		cr_expect_str_eq(
		    looked("nome inventato", bytes, NULL, &out), "1+utf16", "%u: %s", i, out.p);
		cr_expect_str_eq(looked("nome inventato", slice_from_index(bytes, 1), NULL, &out),
		    "1+utf16", "from an odd place, %u: %s", i, out.p);
		cr_expect_str_eq(looked("altro nome", bytes, NULL, &out), "", "%u: %s", i, out.p);
	}
	buffer_release(&text);
	buffer_release(&out);
}

/* A term of three letters is found in any megabyte of noise if one does not look closely. */
Test(secret_search, nothing_in_noise)
{
	struct buffer noise = { 0 }, out = { 0 };
	uint64_t state = 1;

	for (size_t i = 0; i < 100000; i++) {
		state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
		buffer_add(&noise, (struct slice){ (const char *)&state, 8 });
	}
	cr_expect_str_eq(looked("nome inventato\nNiccol\xC3\xB2", buffer_slice(&noise), NULL, &out),
	    "", "%s", out.p);
	buffer_release(&noise);
	buffer_release(&out);
}

Test(secret_search, refusals)
{
	static const struct {
		const char *terms;
		enum secret_refusal refusal;
		size_t line;
	} rows[] = {
		{ "", SECRET_NONE, 0 },
		{ "\n  \n", SECRET_NONE, 2 },
		{ "abc\nab\n", SECRET_TOO_SHORT, 2 },
		{ "  a b ", SECRET_ACCEPTED, 1 },
		{ "'a''", SECRET_TOO_SHORT, 1 },
		{ "abc\n\xFF\xFE\xFD", SECRET_NO_TEXT, 2 },
	};
	struct buffer many = { 0 };
	struct secret_search *search;
	size_t line;

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		enum secret_refusal refusal =
		    secret_search_new(slice_from(rows[i].terms), NULL, NULL, &search, &line);

		cr_expect_eq(refusal, rows[i].refusal, "%zu: %d", i, (int)refusal);
		cr_expect_eq(line, rows[i].line, "%zu: line %zu", i, line);
		cr_expect_eq(search == NULL, refusal != SECRET_ACCEPTED);
		secret_search_free(search);
	}
	for (int i = 0; i <= SECRET_TERMS_MAX; i++)
		buffer_addf(&many, "term%d\n", i);
	cr_expect_eq(
	    secret_search_new(buffer_slice(&many), NULL, NULL, &search, &line), SECRET_TOO_MANY);
	buffer_release(&many);
}

/* --- containers ----------------------------------------------------------------------------------- */

static enum pdf_answer reads_text(void *context, struct slice pdf, struct buffer *text)
{
	(void)context;
	(void)pdf;
	buffer_add_str(text, "Titolo: Nome\nInventato");
	return PDF_READ;
}

static enum pdf_answer finds_none(void *context, struct slice pdf, struct buffer *text)
{
	(void)context;
	(void)pdf;
	(void)text;
	return PDF_NO_TEXT;
}

static enum pdf_answer is_locked(void *context, struct slice pdf, struct buffer *text)
{
	(void)context;
	(void)pdf;
	(void)text;
	return PDF_LOCKED;
}

/*
 * "di Nome Inventato." as zlib's own tool packs it: zlib (perl -MCompress::Zlib), without its head and end (raw), gzip.
 */
#define PACKED "\x4b\xc9\x54\xf0\xcb\xcf\x4d\x55\xf0\xcc\x2b\x4b\xcd\x2b\x49\x2c\xc9\xd7\x03\x00"
#define ZLIB "\x78\x9c" PACKED "\x3c\x4b\x06\x83"
#define GZIP "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" PACKED "\xec\x81\xa5\x99\x12\x00\x00\x00"
#define LOCAL(flags, method, size) \
	"PK\3\4\x14\0" flags "\0" method "\0\0\0\0\0CRC_" size "\0\0\0" size "\0\0\0\x05\0\0\0a.xml"

Test(secret_search, containers)
{
	static const struct {
		const char *name;
		struct slice bytes;
		pdf_reader *read_pdf;
		const char *expected;
	} rows[] = {
		{ "ZIP, packed", SLICE_INIT(LOCAL("\0", "\x08", "\x14") PACKED "PK\1\2"), NULL,
		    "1+zip" },
		{ "ZIP, sizes behind", SLICE_INIT(LOCAL("\x08", "\x08", "\0") PACKED "PK\7\x08"),
		    NULL, "1+zip" },
		{ "ZIP in a ZIP",
		    SLICE_INIT(
			LOCAL("\0", "\0", "\x37") LOCAL("\0", "\x08", "\x14") PACKED "PK\1\2"),
		    NULL, "1+zip" },
		{ "ZIP, encrypted", SLICE_INIT(LOCAL("\x01", "\x08", "\x14") PACKED "PK\1\2"), NULL,
		    "?locked" },
		{ "ZIP, another method", SLICE_INIT(LOCAL("\0", "\x0C", "\x14") PACKED "PK\1\2"),
		    NULL, "?archive" },
		{ "ZIP, cut off", SLICE_INIT(LOCAL("\0", "\x08", "\x14") "\x4b\xc9"), NULL,
		    "?broken" },
		{ "gzip, twice",
		    SLICE_INIT("\x1f\x8b\x08\0\0\0\0\0\0\3\x03\0\0\0\0\0\0\0\0\0" GZIP), NULL,
		    "1+gzip" },
		{ "PDF, a stream",
		    SLICE_INIT("%PDF-1.4\n<</Filter/FlateDecode>>stream\r\n" ZLIB "\nendstream"),
		    NULL, "1+pdf?noreader" },
		{ "PDF, its text", SLICE_INIT("%PDF-1.4\n"), reads_text, "1+pdftext" },
		{ "PDF, a scan", SLICE_INIT("%PDF-1.4\n"), finds_none, "?notext" },
		{ "PDF, encrypted", SLICE_INIT("%PDF-1.4\n/Encrypt 5 0 R"), is_locked, "?locked" },
		{ "PDF, damaged", SLICE_INIT("%PDF-1.4\n"), is_locked, "?broken" },
		{ "PDF, signed", SLICE_INIT("0\x80\x06\x09%PDF-1.4\nstartxref\n0\n%%EOF"),
		    reads_text, "1+pdftext" },
		{ "speaks of %PDF-", SLICE_INIT("I file cominciano con %PDF-1.4"), is_locked, "" },
		{ "signed, in pieces",
		    SLICE_INIT("0\x80\x24\x80\x04\x06"
			       "Nome I\x04\x81\x08"
			       "nventato\0\0"),
		    NULL, "1" },
		{ "signed, in one piece",
		    SLICE_INIT(
			"0\x80\x24\x80\x04\x3C" LOCAL("\0", "\x08", "\x14") PACKED "PK\1\2\0\0"),
		    NULL, "1+zip" },
		{ "PNG", SLICE_INIT("\x89PNG\r\n\x1a\n\0\0\0\x1fzTXtTit\0\0" ZLIB "CRC_"), NULL,
		    "1+picture?picture" },
		{ "JPEG",
		    SLICE_INIT("\xFF\xD8\xFF\xE1\0\x20"
			       "Exif\0\0Nome Inventato\0"),
		    NULL, "1?picture" },
		{ "7z", SLICE_INIT("7z\xBC\xAF\x27\x1C\0"), NULL, "?archive" },
		{ "xz in base64",
		    SLICE_INIT(
			"/Td6WFoAAAD/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
		    NULL, "?archive" },
		{ "ODF, encrypted", SLICE_INIT("<manifest:encryption-data manifest:checksum=\"\">"),
		    NULL, "?locked" },
		{ "Office, encrypted",
		    SLICE_INIT("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c"
			       "\0k\0a\0g\0e\0"),
		    NULL, "?locked" },
	};
	struct buffer out = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_str_eq(looked("nome inventato", rows[i].bytes, rows[i].read_pdf, &out),
		    rows[i].expected, "%s: %s", rows[i].name, out.p);
	buffer_release(&out);
}

Test(secret_search, unpacks)
{
	struct buffer out = { 0 };
	size_t used = 0;

	cr_expect_eq(
	    inflate_bytes(SLICE(ZLIB "rest"), INFLATE_ZLIB, 100, &out, &used), INFLATE_WHOLE);
	cr_expect_str_eq(out.p, "di Nome Inventato.");
	cr_expect_eq(used, sizeof ZLIB - 1);
	cr_expect_eq(inflate_bytes(SLICE(ZLIB), INFLATE_ZLIB, 7, &out, &used), INFLATE_CUT);
	cr_expect_str_eq(out.p, "di Nome Inventato.di Nome");
	cr_expect_eq(inflate_bytes(SLICE("x\x9c"), INFLATE_ZLIB, 100, &out, NULL), INFLATE_BROKEN);
	cr_expect_eq(inflate_bytes(SLICE(""), INFLATE_GZIP, 100, &out, NULL), INFLATE_BROKEN);
	buffer_release(&out);
}
