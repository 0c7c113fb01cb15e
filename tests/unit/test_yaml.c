#include <criterion/criterion.h>
#include <string.h>

#include "base/buffer.h"
#include "parse/yaml.h"
#include "reported.h"

/* A tree as text: {key: plain, other: "quoted", list: [a, b]}. */
static void dump(struct buffer *out, const struct yaml_node *node)
{
	if (node->kind == YAML_SCALAR) {
		buffer_addf(out, node->quoted ? "\"%.*s\"" : "%.*s", SLICE_ARGS(node->text));
		return;
	}
	buffer_add_byte(out, node->kind == YAML_MAP ? '{' : '[');
	for (const struct yaml_node *child = node->first; child; child = child->next) {
		if (node->kind == YAML_MAP)
			buffer_addf(out, "%.*s: ", SLICE_ARGS(child->key));
		dump(out, child);
		buffer_add_str(out, child->next ? ", " : "");
	}
	buffer_add_byte(out, node->kind == YAML_MAP ? '}' : ']');
}

struct row {
	const char *name, *yaml, *tree; /* tree null: refused */
	const char *reported;
};

static void check_row(const struct row *row)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	struct buffer tree = { 0 };
	const struct yaml_node *root;
	const char *said;

	diagnostics_init(&diagnostics);
	root = yaml_parse(slice_from(row->yaml), SLICE("prova.yaml"), 1, arena, &diagnostics);
	if (root)
		dump(&tree, root);
	said = reported(&diagnostics, arena);
	cr_expect(!root == !row->tree, "%s: accepted or refused wrongly", row->name);
	if (root && row->tree)
		cr_expect_str_eq(
		    buffer_slice(&tree).p, row->tree, "%s: %s", row->name, buffer_slice(&tree).p);
	cr_expect_str_eq(said, row->reported ? row->reported : "", "%s: %s", row->name, said);
	buffer_release(&tree);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(yaml, accepted)
{
	static const struct row rows[] = {
		{ "nothing", "", "{}", NULL },
		{ "comment alone", "# nota\n", "{}", NULL },
		{ "document mark alone", "---\n", "{}", NULL },
		{ "pairs", "tipo: delibera\nnumero: 3\n", "{tipo: delibera, numero: 3}", NULL },
		{ "left out", "data:\nnumero: 3\n", "{data: , numero: 3}", NULL },
		{ "quotes", "a: \"no\"\nb: 'l''atto'\nc: no\n", "{a: \"no\", b: \"l'atto\", c: no}",
		    NULL },
		{ "root is a list", "- id: alfa\n  nome: Alfa\n- id: beta\n",
		    "[{id: alfa, nome: Alfa}, {id: beta}]", NULL },
		{ "list under its key", "enti:\n- alfa\n- beta\n", "{enti: [alfa, beta]}", NULL },
		{ "flow", "quando: {entro: 2025-06, per: {durata: P3Y}}\nx: [1, [2], {}]\n",
		    "{quando: {entro: 2025-06, per: {durata: P3Y}}, x: [1, [2], {}]}", NULL },
		{ "folded text", "a: >\n  una riga\n  sola\nb: |\n  due\n  righe\n",
		    "{a: \"una riga sola\n\", b: \"due\nrighe\n\"}", NULL },
		{ "last line without end", "a: |+\n  x\n ", "{a: \"x\n\n\"}", NULL },
		{ "question marks", "a: che?\n?b: ?c\n", "{a: che?, ?b: ?c}", NULL },
		{ "colon without blank", "ora: 15:30\nurl: https://alfa.example\n",
		    "{ora: 15:30, url: https://alfa.example}", NULL },
		{ "escapes", "a: \"caff\\u00e8 \\u0065\\u0301\"\n", "{a: \"caffè é\"}", NULL },
		{ "signs inside", "a: 3 * 2 & 1 ! @ x#y #no\n", "{a: 3 * 2 & 1 ! @ x#y}",
		    "1:22+3 VALUE_COMMENT" },
		{ "quoted merge sign is a key", "\"<<\": x\n", "{<<: x}", NULL },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_row(&rows[i]);
}

Test(yaml, refused)
{
	static const struct row rows[] = {
		{ "tab indentation", "a:\n\tb: c\n", NULL, "2:1+1 YAML_TAB" },
		{ "tab behind blanks", "a:\n  x: 1\n \tb: c\n", NULL, "3:2+1 YAML_TAB" },
		{ "tab in block text", "a: |\n  x\n\ty\n", NULL, "3:1+1 YAML_TAB" },
		{ "tab in folded value", "a: x\n\tb: c\n", NULL, "2:1+1 YAML_TAB" },
		{ "no colon", "tipo: delibera\ntitolo\ndata: 2024\n", NULL,
		    "2:1+1 YAML_COLON_MISSING" },
		{ "no colon in the first line", "titolo\ndata: 2024\n", NULL,
		    "1:1+6 YAML_COLON_MISSING" },
		{ "colon without blank for a key", "tipo:delibera\ndata: 2024\n", NULL,
		    "1:1+13 YAML_COLON_MISSING" },
		{ "colon in a value", "oggetto: Piano: approvazione\n", NULL,
		    "1:15+1 YAML_COLON_IN_VALUE" },
		{ "colon in a value behind accents", "oggetto: Perché così: ecco\n", NULL,
		    "1:21+1 YAML_COLON_IN_VALUE" },
		{ "unclosed quote", "a: 1\nb: \"testo\nc: d\n", NULL, "2:4+1 YAML_QUOTE_UNCLOSED" },
		{ "quote closed by another value's", "a: \"testo\nb: \"altro\"\n", NULL,
		    "1:4+1 YAML_QUOTE_UNCLOSED" },
		{ "apostrophe in single quotes", "a: 'l'accordo'\n", NULL,
		    "1:7+1 YAML_AFTER_END '" },
		{ "text behind quotes", "a: \"b\" di c\n", NULL, "1:8+1 YAML_AFTER_END \"" },
		{ "text behind a bracket", "nota: [omissis] poi\n", NULL,
		    "1:17+1 YAML_AFTER_END ]" },
		{ "too far in", "a: b\n  c: d\n", NULL, "2:3+1 YAML_INDENTATION" },
		{ "too far out", "a:\n    b: 1\n  c: 2\n", NULL, "3:3+1 YAML_INDENTATION" },
		{ "root too far in", "  a: b\nc: d\n", NULL, "2:1+1 YAML_INDENTATION" },
		{ "list then key", "- a\nb: c\n", NULL, "2:1+1 YAML_INDENTATION" },
		{ "bracket", "a: [1, 2\nb: 3\n", NULL, "1:4+1 YAML_BRACKET_UNCLOSED [" },
		{ "brace", "a: {x: 2\n", NULL, "1:4+1 YAML_BRACKET_UNCLOSED {" },
		{ "at sign", "a: @b\n", NULL, "1:4+1 YAML_RESERVED @" },
		{ "back quote", "a: `b`\n", NULL, "1:4+1 YAML_RESERVED `" },
		{ "percent", "a: %b\n", NULL, "1:4+1 YAML_RESERVED %" },
		{ "closing bracket", "a: ]b\n", NULL, "1:4+1 YAML_RESERVED ]" },
		{ "two commas", "a: [b, , c]\n", NULL, "1:8+1 YAML_RESERVED ," },
		{ "colon in brackets", "{x:,}\n", NULL, "1:3+1 YAML_SYNTAX found unexpected ':'" },
		{ "question mark", "a: ? b\n", NULL, "1:4+1 YAML_RESERVED ?" },
		{ "question mark before a key", "{?a: 1, b: ?c}\n", NULL,
		    "1:2+1 YAML_RESERVED ?; 1:12+1 YAML_RESERVED ?" },
		{ "question mark in a list", "- [è, ?x]\n", NULL, "1:7+1 YAML_RESERVED ?" },
		{ "bold text", "a: **b**\n", NULL, "1:4+1 YAML_RESERVED *" },
		{ "ampersand", "a: & b\n", NULL, "1:4+1 YAML_RESERVED &" },
		{ "escape", "a: \"C:\\Testi\"\n", NULL, "1:7+1 YAML_ESCAPE" },
		{ "escape of half a pair", "a: \"\\ud800\"\n", NULL, "1:7+1 YAML_ESCAPE" },
		{ "text behind bar", "a: | testo\n  b\n", NULL, "1:6+1 YAML_BLOCK_HEADER" },
		{ "list on the line of its key", "a: - b\n", NULL, "1:4+1 YAML_LIST_PLACE" },
		{ "anchor", "a: &x b\n", NULL, "1:4+1 YAML_ALIAS &x" },
		{ "anchor and alias", "a: &x b\nc: *x\n", NULL,
		    "1:4+1 YAML_ALIAS &x; 2:4+2 YAML_ALIAS *x" },
		{ "alias as key", "{a: b, *x : c}\n", NULL, "1:8+2 YAML_ALIAS *x" },
		{ "anchor that holds itself", "a: &x [*x]\n", NULL,
		    "1:4+1 YAML_ALIAS &x; 1:8+2 YAML_ALIAS *x" },
		{ "tag", "a: !!str 1\nb: !x {}\nc: !importante\n", NULL,
		    "1:4+1 YAML_TAG; 2:4+1 YAML_TAG; 3:4+1 YAML_TAG" },
		{ "unknown tag handle", "a: !x!y 1\n", NULL, "1:4+1 YAML_TAG" },
		{ "merge key", "a: {b: 1}\n<<: {c: 2}\n", NULL, "2:1+2 YAML_MERGE_KEY" },
		{ "two documents", "a: 1\n---\nb: 2\n", NULL, "2:1+3 YAML_DOCUMENTS" },
		{ "directive", "%YAML 1.1\n---\na: 1\n", NULL, "1:1+1 YAML_DIRECTIVE" },
		{ "bad directive", "%YAML x\n---\na: 1\n", NULL, "1:1+1 YAML_DIRECTIVE" },
		{ "double key", "nome: a\nid: b\nnome: c\n", NULL,
		    "3:1+4 YAML_DUPLICATE_KEY nome,1" },
		{ "double key by escape", "nome: a\n\"n\\u006fme\": c\n", NULL,
		    "2:1+11 YAML_DUPLICATE_KEY nome,1" },
		{ "double key below", "a:\n  - {b: 1, b: 2}\n", NULL,
		    "2:12+1 YAML_DUPLICATE_KEY b,2" },
		{ "map as key", "{a: b}: c\n", NULL, "1:1+1 YAML_KEY_KIND" },
		{ "list as key", "? [a]\n: c\n", NULL, "1:3+1 YAML_KEY_KIND" },
		{ "empty key", ": c\n", NULL, "1:1+1 YAML_KEY_KIND" },
		{ "mustache as value", "a: {{ b }}\n", NULL, "1:5+1 YAML_KEY_KIND" },
		{ "root is text", "solo testo\n", NULL, "1:1+10 YAML_ROOT_KIND" },
		{ "root is quoted and empty", "\"\"\n", NULL, "1:1+2 YAML_ROOT_KIND" },
		{ "escaped NUL", "a: \"x\\0y\"\n", NULL, "1:4+6 TEXT_CONTROL U+0000" },
		{ "escaped override", "a: \"x\\u202ey\"\n", NULL, "1:4+10 TEXT_DIRECTION U+202E" },
		{ "all that can be found", "a: &x 1\na: !t 2\n<<: *x\nb: [1\n", NULL,
		    "1:4+1 YAML_ALIAS &x; 2:1+1 YAML_DUPLICATE_KEY a,1; 2:4+1 YAML_TAG; "
		    "3:1+2 YAML_MERGE_KEY; 3:5+2 YAML_ALIAS *x; 4:4+1 YAML_BRACKET_UNCLOSED [" },
		{ "control character", "a: b\nc: d\x01\n", NULL, "2:5+1 TEXT_CONTROL U+0001" },
		{ "not UTF-8", "a: b\nc: \xe8\n", NULL, "2:4+1 TEXT_NOT_UTF8 1" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_row(&rows[i]);
}

/* A text made of a repeated part: what a hostile file looks like. */
static struct slice repeated(const char *part, size_t count, struct arena *arena)
{
	size_t len = strlen(part);
	char *text = arena_alloc(arena, len * count + 1);

	for (size_t i = 0; i < count; i++)
		memcpy(text + i * len, part, len);
	return (struct slice){ text, len * count };
}

Test(yaml, depth)
{
	static const struct {
		const char *name, *open, *inside, *close;
		size_t levels;
		const char *reported;
	} rows[] = {
		{ "32 lists", "[", "1", "]", 32, "" },
		{ "33 lists", "[", "1", "]", 33, "1:33+1 YAML_DEPTH" },
		{ "31 maps around a text", "{a: ", "1", "}", 32, "" },
		{ "33 maps", "{a: ", "1", "}", 33, "1:129+1 YAML_DEPTH" },
		{ "33 block lists", "- ", "1", "", 33, "1:65+1 YAML_DEPTH" },
		{ "depth inside a key", "? ", "1", "", 40, "1:3+1 YAML_KEY_KIND" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct slice text =
		    arena_printf(arena, "%s%s%s", repeated(rows[i].open, rows[i].levels, arena).p,
			rows[i].inside, repeated(rows[i].close, rows[i].levels, arena).p);
		struct diagnostics diagnostics;
		const char *said;

		diagnostics_init(&diagnostics);
		yaml_parse(text, SLICE("f"), 1, arena, &diagnostics);
		said = reported(&diagnostics, arena);
		if (rows[i].levels != 40)
			cr_expect_str_eq(said, rows[i].reported, "%s: %s", rows[i].name, said);
		else
			cr_expect(strstr(said, "YAML_DEPTH") && strstr(said, "YAML_KEY_KIND"),
			    "%s: %s", rows[i].name, said);
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

/* Each within the size limit; a quadratic reader would take minutes for one of them. */
Test(yaml, hostile_texts_end_soon, .timeout = 60)
{
	static const char *const parts[] = { "[", "[\n", "{", "{a: ", "{a:\n", "- ", "-\n", "? ",
		"?\n", "a: ", "[a, ", "\"", "'", "!", "&a ", "*a ", "&a [*a, ", "!!str ", "---\n",
		"...\n", "%YAML 1.1\n", "|\n", ">\n", "a: |\n", " ", "#", "\n", "\t", ": ",
		"[]: ", "<<: ", "a:\n- ", ",", "]", "}", "\xC3\xA8" };
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct slice text = repeated(parts[i], YAML_MAX_SIZE / strlen(parts[i]), arena);
		struct diagnostics diagnostics;

		diagnostics_init(&diagnostics);
		yaml_parse(text, SLICE("f"), 1, arena, &diagnostics);
		cr_expect(diagnostics.list.count <= 60, "%zu diagnostics for '%s'",
		    diagnostics.list.count, parts[i]);
		diagnostics_release(&diagnostics);
		arena_reset(arena);
	}
	arena_free(arena);
}

Test(yaml, size)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;

	diagnostics_init(&diagnostics);
	cr_expect(yaml_parse(repeated("#", YAML_MAX_SIZE, arena), SLICE("f"), 1, arena,
		      &diagnostics) != NULL);
	cr_expect_null(yaml_parse(
	    repeated("#", YAML_MAX_SIZE + 1, arena), SLICE("f"), 1, arena, &diagnostics));
	cr_expect_str_eq(reported(&diagnostics, arena), "0:0+0 YAML_TOO_LARGE");
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

/* Appends "key@line:column+length=line:column+length " for each node below. */
static void dump_places(struct buffer *out, const struct yaml_node *node)
{
	for (const struct yaml_node *child = node->first; child; child = child->next) {
		if (child->key.len)
			buffer_addf(out, "%.*s@%u:%u+%u=", SLICE_ARGS(child->key), child->key_line,
			    child->key_column, child->key_length);
		buffer_addf(out, "%u:%u+%u ", child->line, child->column, child->length);
		dump_places(out, child);
	}
}

Test(yaml, comments_that_may_be_text)
{
	static const struct row rows[] = {
		{ "behind a value", "oggetto: Strada #3\ndata: 2031\n",
		    "{oggetto: Strada, data: 2031}", "1:17+2 VALUE_COMMENT" },
		{ "behind an item, and far away", "a:\n  - città   # è\n  - y\n", "{a: [città, y]}",
		    "2:13+3 VALUE_COMMENT" },
		{ "behind the last line of a value", "a: uno\n  due # tre\nb: x\n",
		    "{a: uno due, b: x}", "2:7+5 VALUE_COMMENT" },
		{ "behind a tab", "a: uno\t# due\n", "{a: uno}", "1:8+5 VALUE_COMMENT" },
		{ "two of them", "a: 1 # x\nb: 2 # y\n", "{a: 1, b: 2}",
		    "1:6+3 VALUE_COMMENT; 2:6+3 VALUE_COMMENT" },
		{ "in brackets", "a: [uno, # due\n  tre]\n", "{a: [uno, tre]}", NULL },
		{ "on a line of its own",
		    "# uno\na: due\n  # tre\nb:\n  # quattro\n  - x\n# fine\n", "{a: due, b: [x]}",
		    NULL },
		{ "behind a key", "a: # uno\n  b: x\nc: # due\n", "{a: {b: x}, c: }", NULL },
		{ "behind quotes", "a: \"Strada #3\" # uno\nb: 'x' # due\n",
		    "{a: \"Strada #3\", b: \"x\"}", NULL },
		{ "in block text", "a: |  # uno\n  x # y\nb: >\n  x # y\n",
		    "{a: \"x # y\n\", b: \"x # y\n\"}", NULL },
		{ "no blank before it", "a: Strada#3\n", "{a: Strada#3}", NULL },
		{ "behind brackets", "a: [x] # uno\n", "{a: [x]}", NULL },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		check_row(&rows[i]);
}

Test(yaml, places)
{
	static const struct {
		const char *name, *yaml, *places;
	} rows[] = {
		{ "pair", "tipo: delibera\n", "tipo@10:1+4=10:7+8 " },
		{ "characters, not bytes", "città: però # àè\n", "città@10:1+5=10:8+4 " },
		{ "quotes count", "'a': \"b c\"  \n", "a@10:1+3=10:6+5 " },
		{ "left out", "a:\nb: 1\n", "a@10:1+1=10:3+0 b@11:1+1=11:4+1 " },
		{ "list", "a:\n  - uno\n  - due tre\n", "a@10:1+1=11:3+1 11:5+3 12:5+7 " },
		{ "map in a list", "a:\n- b: 1\n  c: 2\n",
		    "a@10:1+1=11:1+1 11:3+1 b@11:3+1=11:6+1 c@12:3+1=12:6+1 " },
		{ "several lines: to the end of the first", "a: uno  \n  due\nb: x\n",
		    "a@10:1+1=10:4+3 b@12:1+1=12:4+1 " },
		{ "block text: its header", "a: |\n  x\n  y\nb: x\n",
		    "a@10:1+1=10:4+1 b@13:1+1=13:4+1 " },
		{ "flow", "a: {b: [1, è, 3]}\n",
		    "a@10:1+1=10:4+1 b@10:5+1=10:8+1 10:9+1 10:12+1 10:15+1 " },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diagnostics diagnostics;
		struct buffer places = { 0 };
		const struct yaml_node *root;

		diagnostics_init(&diagnostics);
		root = yaml_parse(slice_from(rows[i].yaml), SLICE("f"), 10, arena, &diagnostics);
		cr_assert(root != NULL, "%s", rows[i].name);
		dump_places(&places, root);
		cr_expect_str_eq(places.p, rows[i].places, "%s: %s", rows[i].name, places.p);
		buffer_release(&places);
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}

Test(yaml, look_up)
{
	struct arena *arena = arena_new();
	struct diagnostics diagnostics;
	const struct yaml_node *root, *list;
	struct position at;

	diagnostics_init(&diagnostics);
	root = yaml_parse(SLICE("a: 1\nlista: [x]\n"), SLICE("prova.yaml"), 3, arena, &diagnostics);
	list = yaml_get(root, "lista");
	cr_assert(list && list->kind == YAML_LIST && list->count == 1);
	cr_expect_null(yaml_get(root, "list"));
	cr_expect_null(yaml_get(list, "x"));
	cr_expect_null(yaml_get(NULL, "a"));
	at = yaml_position(list, SLICE("prova.yaml"));
	cr_expect(slice_is(at.file, "prova.yaml") && at.line == 4 && at.column == 8);
	at = yaml_key_position(list, SLICE("prova.yaml"));
	cr_expect(at.line == 4 && at.column == 1 && at.length == 5);
	diagnostics_release(&diagnostics);
	arena_free(arena);
}

Test(yaml, yes_or_no)
{
	static const struct {
		const char *value;
		enum yaml_answer answer;
		const char *reported;
	} rows[] = {
		{ "si", ANSWER_YES, "" },
		{ "no", ANSWER_NO, "" },
		{ "'si'", ANSWER_YES, "" },
		{ "sì", ANSWER_YES, "1:4+2 YAML_YES_NO sì,si" },
		{ "Si", ANSWER_YES, "1:4+2 YAML_YES_NO Si,si" },
		{ "true", ANSWER_YES, "1:4+4 YAML_YES_NO true,si" },
		{ "FALSE", ANSWER_NO, "1:4+5 YAML_YES_NO FALSE,no" },
		{ "No", ANSWER_NO, "1:4+2 YAML_YES_NO No,no" },
		{ "yes", ANSWER_NEITHER, "" },
		{ "", ANSWER_NEITHER, "" },
		{ "[si]", ANSWER_NEITHER, "" },
		{ "sia", ANSWER_NEITHER, "" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct diagnostics diagnostics;
		const struct yaml_node *root;

		diagnostics_init(&diagnostics);
		root = yaml_parse(arena_printf(arena, "a: %s\n", rows[i].value), SLICE("f"), 1,
		    arena, &diagnostics);
		cr_expect_eq(yaml_yes_or_no(root->first, SLICE("f"), &diagnostics), rows[i].answer,
		    "'%s'", rows[i].value);
		cr_expect_str_eq(reported(&diagnostics, arena), rows[i].reported, "'%s': %s",
		    rows[i].value, reported(&diagnostics, arena));
		diagnostics_release(&diagnostics);
	}
	arena_free(arena);
}
