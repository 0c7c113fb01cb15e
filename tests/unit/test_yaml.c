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
		{ "colon without blank", "ora: 15:30\nurl: https://alfa.example\n",
		    "{ora: 15:30, url: https://alfa.example}", NULL },
		{ "escapes", "a: \"caff\\u00e8 \\u0065\\u0301\"\n", "{a: \"caffè é\"}", NULL },
		{ "signs inside", "a: 3 * 2 & 1 ! @ x#y #no\n", "{a: 3 * 2 & 1 ! @ x#y}", NULL },
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
		{ "question mark", "a: ? b\n", NULL, "1:4+1 YAML_RESERVED ?" },
		{ "bold text", "a: **b**\n", NULL, "1:4+1 YAML_RESERVED *" },
		{ "ampersand", "a: & b\n", NULL, "1:4+1 YAML_RESERVED &" },
		{ "escape", "a: \"C:\\Testi\"\n", NULL, "1:7+1 YAML_ESCAPE" },
		{ "escape of half a pair", "a: \"\\ud800\"\n", NULL, "1:7+1 YAML_ESCAPE" },
		{ "text behind bar", "a: | testo\n  b\n", NULL, "1:6+1 YAML_BLOCK_HEADER" },
		{ "list on the line of its key", "a: - b\n", NULL, "1:4+1 YAML_LIST_PLACE" },
		{ "anchor", "a: &x b\n", NULL, "1:4+1 YAML_ALIAS &x" },
		{ "anchor and alias", "a: &x b\nc: *x\n", NULL,
		    "1:4+1 YAML_ALIAS &x; 2:4+2 YAML_ALIAS *x" },
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
