/*
 * Key tables: what a content file may hold, said once (design 2 and 4).
 *
 * A table describes one kind of mapping: each row a key with its type, its allowed words, whether it is
 * required, what it is called and means, and its place in a C struct. Tables drive reading, "did you
 * mean", the linking of references and the meaning of changes; no key is known anywhere else.
 *
 * Every struct that a table describes begins with `const struct yaml_node *node`: the mapping that it
 * was read from, so that any key's place can be found again (key_position). All memory is the reader's
 * arena.
 */
#ifndef ZONALE_MODEL_KEYS_H
#define ZONALE_MODEL_KEYS_H

#include "base/date.h"
#include "base/diag.h"
#include "parse/term.h"
#include "parse/yaml.h"

enum value_type {
	VALUE_LINE,         /* struct slice: text on one line, min..max characters */
	VALUE_TEXT,         /* struct slice: plain text of any number of lines */
	VALUE_MARKDOWN,     /* struct slice: Markdown without headings */
	VALUE_ID,           /* struct slice: [a-z0-9-]{1,80} */
	VALUE_REFERENCE,    /* struct reference: names a `target` */
	VALUE_ACT_PLACE,    /* struct slice: AAAA/<id>, not resolved */
	VALUE_NUMBER,       /* int32_t: min..max, or one of `words` */
	VALUE_DECIMAL,      /* struct decimal */
	VALUE_WORD,         /* int: the value of one of `words`; 0 where not given */
	VALUE_YES_NO,       /* int: enum yes_no */
	VALUE_DATE,         /* struct date: a full date */
	VALUE_PARTIAL_DATE, /* struct date: AAAA, AAAA-MM or AAAA-MM-GG */
	VALUE_TIME,         /* struct clock: hh:mm */
	VALUE_MOMENT,       /* struct moment: AAAA-MM-GGThh:mm[:ss] in Rome */
	VALUE_SCHOOL_YEAR,  /* int32_t: the year in which AAAA/AA begins */
	VALUE_URL,          /* struct slice: http, https or mailto */
	VALUE_EMAIL,        /* struct slice */
	VALUE_TERM,         /* pointer to struct term: the `quando` grammar; null where not given */
	VALUE_TALLY,        /* struct tally: a count, or a list of organisations */
	VALUE_OBJECT,       /* pointer to a struct of the table `of`; null where not given */
	VALUE_LIST,         /* struct list of `item` values, or of structs of `of` */
};

enum yes_no { YES_NO_UNKNOWN, YES_NO_NO, YES_NO_YES };

/* What a reference names; model/link.c finds it. */
enum target {
	TARGET_NONE,
	TARGET_ORGANISATION,
	TARGET_PERSON,
	TARGET_BODY,
	TARGET_MEETING,
	TARGET_ACT,
	TARGET_TOPIC,
	TARGET_POINT,
	TARGET_ACTION,
	TARGET_GOAL,
	TARGET_WORKING_TABLE,
	TARGET_SCHOOL,
	TARGET_REPORT,
	TARGET_REGULATION,
	TARGET_EVENT, /* named by terms alone */
	TARGET_COUNT
};

struct reference {
	struct slice id; /* as written; empty where not given */
	const struct yaml_node *node;
	const void *found; /* set by link: a struct of the target's kind, or null where unknown */
};

/* The layout of every ARRAY(). */
struct list {
	void *items;
	size_t count, cap;
};

/* Three decimals; the text as written, for showing it again. */
struct decimal {
	int64_t thousandths;
	struct slice text;
};

struct clock {
	bool known;
	int8_t hour, minute;
};

/* How many, and who where the act says it. node is null where not given. */
struct tally {
	const struct yaml_node *node;
	int32_t count;
	ARRAY(struct reference) organisations;
};

struct word {
	const char *name;
	int value;            /* > 0, or < 0 for the words of a VALUE_NUMBER */
	const char *label[2]; /* Italian, English */
};

/*
 * How sentences name a thing, with its article: "l'oggetto", "la data", "i pareri". What stands inside a list's item
 * is named to be followed by it ("la data" of "la firma di ..."); what stands inside an object, in full.
 */
struct key_noun {
	const char *text;
	bool feminine, plural;
};

struct key_table;

struct key {
	const char *name;
	size_t offset;
	enum value_type type;
	enum value_type item;     /* of a VALUE_LIST whose `of` is null */
	const struct word *words; /* ended by a null name */
	const struct key_table *of;
	enum target target;
	int32_t min, max; /* characters or value; max 0: no bound but the type's own */
	bool required;
	bool advisory;   /* beyond min..max is a warning, not an error */
	bool no_meaning; /* a change of it alone is no version (gia) */
	int absent;      /* of a VALUE_WORD: the word that says what an absent key says; 0: none */
	bool may_be_awaited; /* KEY_AWAITED in place of its value: read as if it were absent */
	bool of_page;        /* this site says it of an act: the signed act does not (argomenti) */
	struct {
		int16_t since, until; /* `formato` numbers; until 0: still in use */
	} formats;
	const char *label[2];       /* Italian, English */
	const char *description[2]; /* a sentence each */
	struct key_noun noun;       /* of its value; of a list: of its items, plural */
	struct key_noun item_noun;  /* of one item of a list */
};

struct key_table {
	const char *name;
	size_t size; /* of the struct */
	const struct key *keys;
	size_t count;
	const char
	    *shorthand; /* a scalar in place of the mapping is this key's value; null: none */

	/*
	 * Of what stands in lists: the keys that together tell one item from another, across versions and in sentences;
	 * and those by one of which alone an item is known again where its identity was changed (history/item_pairs.h).
	 * Ended by null.
	 */
	const char *identity[5], *known_by[4];
	bool ordered; /* a list of these in another order says something else (an agenda) */
};

struct text_links;

struct key_reader {
	struct slice file;
	struct arena *arena; /* keeps what is read */
	struct diagnostics *diagnostics;
	const struct yaml_node
	    *root;                /* of the file: may hold `accettati`, which model/load.c reads */
	struct text_links *links; /* of Markdown values are collected here; null: nowhere */

	/*
	 * An older version is read by today's tables: unknown and retired keys, words and forms are
	 * passed over without a word, and required keys may be missing.
	 */
	bool history;
};

/*
 * Reads a mapping into a zeroed struct of the table's kind. False after an error was reported; what
 * could be read is there nevertheless.
 */
bool keys_read(const struct key_reader *reader, const struct key_table *table,
    const struct yaml_node *map, void *object);

/* Reads one key's value into its place in the object; false after an error was reported. */
bool key_read(const struct key_reader *reader, const struct key *row, const struct yaml_node *value,
    void *object);

/*
 * The word by which a file says expressly that something is not known yet to who writes it, and that a page must say
 * so: `licenza: da_indicare`. Of keys that may be awaited alone; for any other it is text like any text.
 */
#define KEY_AWAITED "da_indicare"

/* Does the value say so? */
bool key_is_awaited(const struct yaml_node *value);

/* The row with this name, or null. */
const struct key *key_find(const struct key_table *table, struct slice name);

/* The place of the key's value in a struct of its table. */
static inline const void *key_place(const struct key *key, const void *object)
{
	return (const char *)object + key->offset;
}

/* The word with this value, or null. */
const struct word *word_find(const struct word *words, int value);

/*
 * Calls visit for every reference in the object, those inside its lists and objects too, in the order
 * of the tables. model/link.c resolves with it; nothing else needs to know where references are.
 */
typedef void reference_visit(void *context, const struct key *key, struct reference *reference);
void keys_each_reference(
    const struct key_table *table, void *object, reference_visit *visit, void *context);

/* The place of a key's value in a mapping; of the mapping itself where the key does not stand there. */
struct position key_position(const struct yaml_node *map, const char *key, struct slice file);

#endif
