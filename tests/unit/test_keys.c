/* Key tables: every type of value, right and wrong, where a wrong one is reported, and how old versions are read. */
#include <criterion/criterion.h>
#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/unicode.h"
#include "model/keys.h"
#include "model/table_rows.h"
#include "reported.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct group {
	const struct yaml_node *node;
	struct slice name;
	struct reference organisation;
};

struct record {
	const struct yaml_node *node;
	struct slice line, advised, minimal, text, markdown, id, place, url, email, retired;
	struct reference organisation, act;
	int32_t number, year, school_year;
	struct decimal share;
	int type, is_signed;
	struct date date, partial;
	struct clock time;
	struct moment moment;
	struct term *term;
	struct tally votes;
	struct group *group;
	ARRAY(struct slice) lines;
	ARRAY(int32_t) school_years;
	ARRAY(struct reference) organisations;
	ARRAY(struct group) groups;
};

static const struct word type_words[] = {
	{ "delibera", 1, { "Delibera", "Resolution" } },
	{ "determina", 2, { "Determina", "Determination" } },
	{ "avviso", 3, { "Avviso", "Notice" } },
	{ NULL, 0, { NULL, NULL } },
};
static const struct word unknown_words[] = {
	{ "ignoto", -1, { "non noto", "unknown" } },
	{ NULL, 0, { NULL, NULL } },
};

static const struct key group_keys[] = {
	{ .name = "nome",
	    AT(struct group, name),
	    .type = VALUE_LINE,
	    .required = true,
	    SAYS("Nome", "Name", "Il nome.", "The name.") },
	{ .name = "ente", AT(struct group, organisation), REFERS_TO(TARGET_ORGANISATION) },
};
static const struct key_table group_table =
    KEY_TABLE_OR("gruppo", struct group, group_keys, "nome");

static const struct key record_keys[] = {
	{ .name = "riga", AT(struct record, line), .type = VALUE_LINE, .max = 10 },
	{ .name = "consigliata",
	    AT(struct record, advised),
	    .type = VALUE_LINE,
	    .max = 5,
	    .advisory = true },
	{ .name = "motivo", AT(struct record, minimal), .type = VALUE_LINE, .min = 3 },
	{ .name = "testo", AT(struct record, text), .type = VALUE_TEXT, .max = 20 },
	{ .name = "introduzione", AT(struct record, markdown), .type = VALUE_MARKDOWN },
	{ .name = "id", AT(struct record, id), .type = VALUE_ID },
	{ .name = "ente", AT(struct record, organisation), REFERS_TO(TARGET_ORGANISATION) },
	{ .name = "atto", AT(struct record, act), REFERS_TO(TARGET_ACT), .words = unknown_words },
	{ .name = "posto", AT(struct record, place), .type = VALUE_ACT_PLACE },
	{ .name = "numero",
	    AT(struct record, number),
	    .type = VALUE_NUMBER,
	    .words = unknown_words,
	    .min = 1,
	    .max = 99 },
	{ .name = "anno", AT(struct record, year), .type = VALUE_NUMBER, .min = 1000, .max = 2999 },
	{ .name = "quota", AT(struct record, share), .type = VALUE_DECIMAL },
	{ .name = "tipo", AT(struct record, type), .type = VALUE_WORD, .words = type_words },
	{ .name = "firmato", AT(struct record, is_signed), .type = VALUE_YES_NO },
	{ .name = "data", AT(struct record, date), .type = VALUE_DATE },
	{ .name = "circa", AT(struct record, partial), .type = VALUE_PARTIAL_DATE },
	{ .name = "ora", AT(struct record, time), .type = VALUE_TIME },
	{ .name = "momento", AT(struct record, moment), .type = VALUE_MOMENT },
	{ .name = "anno_scolastico", AT(struct record, school_year), .type = VALUE_SCHOOL_YEAR },
	{ .name = "url", AT(struct record, url), .type = VALUE_URL },
	{ .name = "email", AT(struct record, email), .type = VALUE_EMAIL },
	{ .name = "quando", AT(struct record, term), .type = VALUE_TERM },
	{ .name = "favorevoli",
	    AT(struct record, votes),
	    .type = VALUE_TALLY,
	    .target = TARGET_ORGANISATION },
	{ .name = "gruppo", AT(struct record, group), OBJECT_OF(group_table) },
	{ .name = "righe", AT(struct record, lines), LIST_OF_LINES, .max = 10 },
	{ .name = "anni",
	    AT(struct record, school_years),
	    .type = VALUE_LIST,
	    .item = VALUE_SCHOOL_YEAR },
	{ .name = "enti",
	    AT(struct record, organisations),
	    LIST_OF_REFERENCES(TARGET_ORGANISATION) },
	{ .name = "gruppi", AT(struct record, groups), LIST_OF(group_table) },
	{ .name = "vecchia",
	    AT(struct record, retired),
	    .type = VALUE_LINE,
	    .formats = { .since = 1, .until = 1 } },
};
static const struct key_table record_table = KEY_TABLE("prova", struct record, record_keys);

static void show_tally(struct buffer *out, const struct tally *tally)
{
	buffer_addf(out, "%" PRId32, tally->count);
	for (size_t i = 0; i < tally->organisations.count; i++)
		buffer_addf(out, " %.*s", SLICE_ARGS(tally->organisations.items[i].id));
}

static void show_group(struct buffer *out, const struct group *group)
{
	buffer_addf(out, "(%.*s", SLICE_ARGS(group->name));
	if (!slice_empty(group->organisation.id))
		buffer_addf(out, ", %.*s", SLICE_ARGS(group->organisation.id));
	buffer_add_str(out, ")");
}

static void show_value(struct buffer *out, enum value_type type, const void *place)
{
	const struct slice *text = place;
	const struct decimal *decimal = place;
	const struct clock *clock = place;
	const struct moment *moment = place;
	const struct date *date = place;
	struct term *term;

	switch (type) {
	case VALUE_REFERENCE: text = &((const struct reference *)place)->id; break;
	case VALUE_NUMBER:
	case VALUE_SCHOOL_YEAR: buffer_addf(out, "%" PRId32, *(const int32_t *)place); return;
	case VALUE_WORD:
	case VALUE_YES_NO: buffer_addf(out, "%d", *(const int *)place); return;
	case VALUE_DECIMAL:
		buffer_addf(
		    out, "%" PRId64 " %.*s", decimal->thousandths, SLICE_ARGS(decimal->text));
		return;
	case VALUE_DATE:
	case VALUE_PARTIAL_DATE:
		buffer_addf(out, "%d-%d-%d", date->year, date->month, date->day);
		return;
	case VALUE_TIME:
		buffer_addf(out, clock->known ? "%d:%d" : "none", clock->hour, clock->minute);
		return;
	case VALUE_MOMENT:
		buffer_addf(out, "%d-%d-%d %d:%d:%d", moment->day.year, moment->day.month,
		    moment->day.day, moment->hour, moment->minute, moment->second);
		return;
	case VALUE_TERM:
		memcpy(&term, place, sizeof term);
		buffer_addf(out, "%d", term ? (int)term->kind : -1);
		return;
	case VALUE_TALLY: show_tally(out, place); return;
	default: break;
	}
	buffer_add(out, *text);
}

static void show_list(struct buffer *out, const struct key *row, const void *place)
{
	size_t size = row->of                          ? row->of->size
		      : row->item == VALUE_REFERENCE   ? sizeof(struct reference)
		      : row->item == VALUE_SCHOOL_YEAR ? sizeof(int32_t)
						       : sizeof(struct slice);
	struct list list;

	memcpy(&list, place, sizeof list);
	buffer_add_str(out, "[");
	for (size_t i = 0; i < list.count; i++) {
		const void *item = (const char *)list.items + i * size;

		buffer_add_str(out, i ? "|" : "");
		if (row->of)
			show_group(out, item);
		else
			show_value(out, row->item, item);
	}
	buffer_add_str(out, "]");
}

/* "riga=testo; numero=3": what was read of the keys that stand there. */
static const char *shown(const struct record *record, struct arena *arena)
{
	struct buffer out = { 0 };
	const char *result;

	for (const struct yaml_node *child = record->node->first; child; child = child->next) {
		const struct key *row = key_find(&record_table, child->key);
		const char *place = row ? (const char *)record + row->offset : NULL;
		struct group *group = NULL;

		if (!row)
			continue;
		buffer_addf(&out, "%s%s=", out.len ? "; " : "", row->name);
		if (row->type == VALUE_OBJECT) {
			memcpy(&group, place, sizeof group);
			if (group)
				show_group(&out, group);
		} else if (row->type == VALUE_LIST) {
			show_list(&out, row, place);
		} else {
			show_value(&out, row->type, place);
		}
	}
	result = arena_cstr(arena, buffer_slice(&out));
	buffer_release(&out);
	return result;
}

struct row {
	const char *yaml, *shown;
	const char *reported; /* null: nothing */
};

/* Everything that is right, and everything in history mode, is read without a word. */
static void check_row(const struct row *row, bool history)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	struct key_reader reader = { .file = SLICE("content/prova.yaml"),
		.arena = arena,
		.diagnostics = &diagnostics,
		.history = history };
	const char *expected = row->reported && !history ? row->reported : "", *said, *read;
	struct record record = { 0 };
	struct yaml_node *root;
	bool good;

	diagnostics_init(&diagnostics);
	root = yaml_parse(slice_from(row->yaml), reader.file, 1, arena, &diagnostics);
	cr_assert(root, "%s", row->yaml);
	reader.root = root;
	good = keys_read(&reader, &record_table, root, &record);
	said = reported(&diagnostics, arena);
	read = shown(&record, arena);
	cr_expect_str_eq(said, expected, "%s (history %d): %s", row->yaml, history, said);
	if (row->shown)
		cr_expect_str_eq(read, row->shown, "%s (history %d): %s", row->yaml, history, read);
	cr_expect_eq(good, !diagnostics_blocking(&diagnostics), "%s (history %d): the result",
	    row->yaml, history);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

static void check_rows(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		check_row(&rows[i], false);
		check_row(&rows[i], true);
	}
}

Test(keys, reads_what_is_right)
{
	static const struct row rows[] = {
		{ "riga: dieci però\n", "riga=dieci però", NULL },
		{ "riga: \"  fra  \"\n", "riga=fra", NULL },
		{ "riga: >\n  due\n  righe\n", "riga=due righe", NULL },
		{ "consigliata: cinqü\n", "consigliata=cinqü", NULL },
		{ "motivo: tre\n", "motivo=tre", NULL },
		{ "testo: |\n  uno\n  due\n", "testo=uno\ndue", NULL },
		{ "introduzione: |\n  *uno*\n\n  due\n", "introduzione=*uno*\n\ndue", NULL },
		{ "id: a-1\n", "id=a-1", NULL },
		{ "ente: alfa\n", "ente=alfa", NULL },
		{ "atto: 2031/dczi-1\n", "atto=2031/dczi-1", NULL },
		{ "atto: ignoto\n", "atto=", NULL },
		{ "posto: 2031/dczi-1-bis\n", "posto=2031/dczi-1-bis", NULL },
		{ "numero: 1\n", "numero=1", NULL },
		{ "numero: 99\n", "numero=99", NULL },
		{ "numero: \"07\"\n", "numero=7", NULL },
		{ "numero: ignoto\n", "numero=-1", NULL },
		{ "anno: 1000\n", "anno=1000", NULL },
		{ "anno: 2999\n", "anno=2999", NULL },
		{ "quota: 12\n", "quota=12000 12", NULL },
		{ "quota: 12.5\n", "quota=12500 12.5", NULL },
		{ "quota: 0.025\n", "quota=25 0.025", NULL },
		{ "quota: 999999999.999\n", "quota=999999999999 999999999.999", NULL },
		{ "tipo: determina\n", "tipo=2", NULL },
		{ "firmato: si\n", "firmato=2", NULL },
		{ "firmato: no\n", "firmato=1", NULL },
		{ "data: 2032-02-29\n", "data=2032-2-29", NULL },
		{ "circa: 2032\n", "circa=2032-0-0", NULL },
		{ "circa: 2032-11\n", "circa=2032-11-0", NULL },
		{ "circa: 2032-11-30\n", "circa=2032-11-30", NULL },
		{ "ora: \"09:30\"\n", "ora=9:30", NULL },
		{ "ora: 00:00\n", "ora=0:0", NULL },
		{ "ora: 23:59\n", "ora=23:59", NULL },
		{ "momento: 2031-03-01T12:00\n", "momento=2031-3-1 12:0:0", NULL },
		{ "momento: 2031-03-01T12:00:59\n", "momento=2031-3-1 12:0:59", NULL },
		{ "anno_scolastico: 2031/32\n", "anno_scolastico=2031", NULL },
		{ "url: https://www.example.org/a?b=c#d\n", "url=https://www.example.org/a?b=c#d",
		    NULL },
		{ "url: http://example.org\n", "url=http://example.org", NULL },
		{ "url: mailto:ufficio@example.org\n", "url=mailto:ufficio@example.org", NULL },
		{ "email: ufficio.scuola@comune.example\n", "email=ufficio.scuola@comune.example",
		    NULL },
		{ "quando: {entro: 2031-12}\n", "quando=1", NULL },
		{ "favorevoli: 0\n", "favorevoli=0", NULL },
		{ "favorevoli: 7\n", "favorevoli=7", NULL },
		{ "favorevoli: [alfa, beta]\n", "favorevoli=2 alfa beta", NULL },
		{ "favorevoli: []\n", "favorevoli=0", NULL },
		{ "gruppo: {nome: Uno, ente: alfa}\n", "gruppo=(Uno, alfa)", NULL },
		{ "gruppo: Uno\n", "gruppo=(Uno)", NULL },
		{ "righe: [una, due]\n", "righe=[una|due]", NULL },
		{ "righe: []\n", "righe=[]", NULL },
		{ "anni: [2031/32, 2032/33]\n", "anni=[2031|2032]", NULL },
		{ "enti:\n  - alfa\n  - beta\n", "enti=[alfa|beta]", NULL },
		{ "gruppi:\n  - nome: Uno\n  - Due\n", "gruppi=[(Uno)|(Due)]", NULL },
		{ "riga: uno\naccettati: []\n", "riga=uno", NULL },
	};

	check_rows(rows, COUNT(rows));
}

Test(keys, says_what_is_wrong_and_where)
{
	static const struct row rows[] = {
		/* keys */
		{ "riga: uno\nnumerro: 1\n", NULL, "2:1+7 KEY_MISSPELT numerro,prova,numero" },
		{ "gruppo:\n  nome: Uno\n  xyzzy: 1\n", NULL,
		    "3:3+5 KEY_UNKNOWN xyzzy,gruppo,nome, ente" },
		{ "gruppo:\n  nome: Uno\n  accettati: []\n", NULL,
		    "3:3+9 KEY_UNKNOWN accettati,gruppo,nome, ente" },
		{ "riga:\ndata: 2031-01-02\n", NULL, "1:6+0 KEY_WITHOUT_VALUE riga" },
		{ "riga: \"\"\n", NULL, "1:7+2 KEY_WITHOUT_VALUE riga" },
		{ "testo: \"  \"\n", NULL, "1:8+4 KEY_WITHOUT_VALUE testo" },
		{ "gruppo:\n  ente: alfa\n", NULL, "2:3+1 KEY_MISSING nome,gruppo,Il nome." },
		{ "gruppo: \"\"\n", NULL, "1:9+2 KEY_WITHOUT_VALUE gruppo" },
		{ "gruppi:\n  - ente: alfa\n  - nome: Due\n", NULL,
		    "2:5+1 KEY_MISSING nome,gruppo,Il nome." },
		{ "vecchia: uno\n", NULL, "1:1+7 KEY_RETIRED vecchia,2" },
		/* shapes */
		{ "numero: [1]\n", NULL, "1:9+1 VALUE_NOT_SINGLE numero" },
		{ "riga: {a: b}\n", NULL, "1:7+1 VALUE_NOT_SINGLE riga" },
		{ "favorevoli: {alfa: 1}\n", NULL, "1:13+1 VALUE_NOT_SINGLE favorevoli" },
		{ "righe: una\n", NULL, "1:8+3 VALUE_NOT_LIST righe" },
		{ "righe: {a: b}\n", NULL, "1:8+1 VALUE_NOT_LIST righe" },
		{ "gruppo: [Uno]\n", NULL, "1:9+1 VALUE_NOT_MAPPING gruppo,nome, ente" },
		{ "gruppi:\n  - [Uno]\n", NULL, "2:5+1 VALUE_NOT_MAPPING gruppo,nome, ente" },
		{ "enti:\n  - alfa\n  -\n", NULL, "3:4+0 KEY_WITHOUT_VALUE enti" },
		{ "righe: [una, \"\"]\n", NULL, "1:14+2 KEY_WITHOUT_VALUE righe" },
		{ "favorevoli: [alfa, \"\"]\n", NULL, "1:20+2 KEY_WITHOUT_VALUE favorevoli" },
		/* words and numbers */
		{ "tipo: deliberra\n", NULL,
		    "1:7+9 WORD_MISSPELT tipo,deliberra,delibera,delibera, determina, avviso" },
		{ "tipo: xyz\n", NULL, "1:7+3 WORD_UNKNOWN tipo,xyz,delibera, determina, avviso" },
		{ "tipo: Delibera\n", NULL,
		    "1:7+8 WORD_MISSPELT tipo,Delibera,delibera,delibera, determina, avviso" },
		{ "numero: ignota\n", NULL, "1:9+6 WORD_MISSPELT numero,ignota,ignoto,ignoto" },
		{ "numero: 0\n", NULL, "1:9+1 NUMBER_BAD numero,0,1,99" },
		{ "numero: 100\n", NULL, "1:9+3 NUMBER_BAD numero,100,1,99" },
		{ "numero: n. 5\n", NULL, "1:9+4 NUMBER_BAD numero,n. 5,1,99" },
		{ "numero: -1\n", NULL, "1:9+2 NUMBER_BAD numero,-1,1,99" },
		{ "numero: 1/2031\n", NULL, "1:9+6 NUMBER_BAD numero,1/2031,1,99" },
		{ "anno: 31\n", NULL, "1:7+2 NUMBER_BAD anno,31,1000,2999" },
		{ "anno: 99999999999\n", NULL, "1:7+11 NUMBER_BAD anno,99999999999,1000,2999" },
		{ "favorevoli: tutti\n", NULL, "1:13+5 NUMBER_BAD favorevoli,tutti,0,99999999" },
		{ "quota: 12,5\n", NULL, "1:8+4 DECIMAL_BAD quota,12,5" },
		{ "quota: 1.2345\n", NULL, "1:8+6 DECIMAL_BAD quota,1.2345" },
		{ "quota: .5\n", NULL, "1:8+2 DECIMAL_BAD quota,.5" },
		{ "quota: \"5.\"\n", NULL, "1:8+4 DECIMAL_BAD quota,5." },
		{ "quota: -5\n", NULL, "1:8+2 DECIMAL_BAD quota,-5" },
		{ "firmato: forse\n", NULL, "1:10+5 YES_NO_BAD firmato,forse" },
		/* days and times */
		{ "data: 13/05/2031\n", NULL, "1:7+10 DATE_BAD data,13/05/2031" },
		{ "data: 2031-02-29\n", NULL, "1:7+10 DATE_BAD data,2031-02-29" },
		{ "data: 2031-02\n", NULL, "1:7+7 DATE_NOT_FULL data,2031-02" },
		{ "circa: 2031-13\n", NULL, "1:8+7 DATE_BAD circa,2031-13" },
		{ "ora: 24:00\n", NULL, "1:6+5 TIME_BAD ora,24:00" },
		{ "ora: 9.30\n", NULL, "1:6+4 TIME_BAD ora,9.30" },
		{ "ora: 09:5\n", NULL, "1:6+4 TIME_BAD ora,09:5" },
		{ "ora: 09:60\n", NULL, "1:6+5 TIME_BAD ora,09:60" },
		{ "momento: 2031-03-01\n", NULL, "1:10+10 MOMENT_BAD momento,2031-03-01" },
		{ "momento: 2031-03-01T25:00\n", NULL,
		    "1:10+16 MOMENT_BAD momento,2031-03-01T25:00" },
		{ "anno_scolastico: 2031/33\n", NULL,
		    "1:18+7 SCHOOL_YEAR_BAD anno_scolastico,2031/33" },
		{ "anni: [2031/32, 2032]\n", NULL, "1:17+4 SCHOOL_YEAR_BAD anni,2032" },
		/* texts and addresses */
		{ "riga: undici però\n", NULL, "1:7+11 TEXT_TOO_LONG riga,11,10" },
		{ "motivo: no\n", NULL, "1:9+2 TEXT_TOO_SHORT motivo,2,3" },
		{ "riga: |\n  uno\n  due\n", NULL, "1:7+1 TEXT_MANY_LINES riga,uno\ndue\n" },
		{ "righe: [troppo lunga]\n", NULL, "1:9+12 TEXT_TOO_LONG righe,12,10" },
		{ "id: Alfa\n", NULL, "1:5+4 ID_BAD id,Alfa" },
		{ "posto: dczi-1\n", NULL, "1:8+6 ACT_PLACE_BAD posto,dczi-1" },
		{ "posto: 31/dczi-1\n", NULL, "1:8+9 ACT_PLACE_BAD posto,31/dczi-1" },
		{ "posto: 2031/DCZI-1.md\n", NULL, "1:8+14 ACT_PLACE_BAD posto,2031/DCZI-1.md" },
		{ "atto: dczi-1\n", NULL, "1:7+6 ACT_PLACE_BAD atto,dczi-1" },
		{ "url: www.example.org\n", NULL, "1:6+15 URL_BAD url,www.example.org" },
		{ "url: \"https://example.org/a b\"\n", NULL,
		    "1:6+25 URL_BAD url,https://example.org/a b" },
		{ "url: javascript:alert(1)\n", NULL, "1:6+19 URL_BAD url,javascript:alert(1)" },
		{ "email: ufficio\n", NULL, "1:8+7 EMAIL_BAD email,ufficio" },
		{ "email: a@b\n", NULL, "1:8+3 EMAIL_BAD email,a@b" },
		{ "email: a@.\n", NULL, "1:8+3 EMAIL_BAD email,a@." },
		{ "email: a@b.it,c@d.it\n", NULL, "1:8+13 EMAIL_BAD email,a@b.it,c@d.it" },
	};

	check_rows(rows, COUNT(rows));
}

Test(keys, warns_and_reads)
{
	static const struct row rows[] = {
		{ "consigliata: lunga sei\n", "consigliata=lunga sei",
		    "1:14+9 TEXT_LONG consigliata,9,5" },
		{ "firmato: sì\n", "firmato=2", "1:10+2 YAML_YES_NO sì,si" },
		{ "firmato: True\n", "firmato=2", "1:10+4 YAML_YES_NO True,si" },
		{ "firmato: NO\n", "firmato=1", "1:10+2 YAML_YES_NO NO,no" },
	};

	check_rows(rows, COUNT(rows));
}

/* One wrong value leaves the others as they are, and each is reported. */
Test(keys, reads_on_behind_an_error)
{
	static const struct row rows[] = {
		{ "numero: 0\nriga: uno\nora: x\nenti: [alfa]\n", NULL,
		    "1:9+1 NUMBER_BAD numero,0,1,99; 3:6+1 TIME_BAD ora,x" },
		{ "anni: [x, 2031/32]\n", NULL, "1:8+1 SCHOOL_YEAR_BAD anni,x" },
	};

	check_rows(rows, COUNT(rows));
}

/* A long value is quoted in part, and never in the middle of a character. */
Test(keys, quotes_whole_characters)
{
	struct arena *arena = arena_new();
	struct buffer text = { 0 };
	struct diagnostics diagnostics;
	struct record record = { 0 };
	struct key_reader reader = {
		.file = SLICE("content/prova.yaml"), .arena = arena, .diagnostics = &diagnostics
	};

	diagnostics_init(&diagnostics);
	buffer_add_str(&text, "data: x");
	for (int i = 0; i < 60; i++)
		buffer_add_str(&text, "è");
	keys_read(&reader, &record_table,
	    yaml_parse(buffer_slice(&text), reader.file, 1, arena, &diagnostics), &record);
	cr_assert_eq(diagnostics.list.count, 1);
	cr_expect_eq(utf8_invalid_at(diagnostics.list.items[0].args[1]), SLICE_NONE);
	cr_expect_geq(diagnostics.list.items[0].args[1].len, 70);
	cr_expect_lt(diagnostics.list.items[0].args[1].len, 100);
	buffer_release(&text);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

static void note_reference(void *context, const struct key *key, struct reference *reference)
{
	buffer_addf(context, "%s:%.*s ", key->name, SLICE_ARGS(reference->id));
}

Test(keys, visits_every_reference)
{
	static const char yaml[] = "enti: [alfa, beta]\n"
				   "gruppi: [{nome: Uno, ente: gamma}, {nome: Due, ente: delta}]\n"
				   "favorevoli: [epsilon]\n"
				   "gruppo: {nome: Tre, ente: zeta}\n"
				   "ente: eta\n";
	struct arena *arena = arena_new();
	struct buffer visited = { 0 };
	struct diagnostics diagnostics;
	struct record record = { 0 };
	struct key_reader reader = {
		.file = SLICE("content/prova.yaml"), .arena = arena, .diagnostics = &diagnostics
	};

	diagnostics_init(&diagnostics);
	cr_assert(keys_read(&reader, &record_table,
	    yaml_parse(slice_from(yaml), reader.file, 1, arena, &diagnostics), &record));
	keys_each_reference(&record_table, &record, note_reference, &visited);
	cr_expect_str_eq(arena_cstr(arena, buffer_slice(&visited)),
	    "ente:eta atto: favorevoli:epsilon ente:zeta enti:alfa enti:beta ente:gamma "
	    "ente:delta ");
	buffer_release(&visited);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(keys, finds_places_of_keys)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	struct slice file = SLICE("content/prova.yaml");
	struct yaml_node *root;
	struct position at;

	diagnostics_init(&diagnostics);
	root = yaml_parse(SLICE("riga: uno\ntesto: due\n"), file, 5, arena, &diagnostics);
	at = key_position(root, "testo", file);
	cr_expect(at.line == 6 && at.column == 8 && at.length == 3);
	at = key_position(root, "numero", file);
	cr_expect(at.line == 5 && at.column == 1);
	at = key_position(NULL, "numero", file);
	cr_expect(at.line == 0 && slice_eq(at.file, file));
	cr_expect_null(key_find(&record_table, SLICE("nulla")));
	cr_expect_str_eq(key_find(&record_table, SLICE("tipo"))->name, "tipo");
	cr_expect_str_eq(word_find(type_words, 3)->name, "avviso");
	cr_expect_null(word_find(type_words, 4));
	diagnostics_release(&diagnostics);
	arena_free(arena);
}
