/*
 * How a rule is written. A rule looks at one thing, reports the entries that its row names and nothing else
 * (an assertion), and changes nothing. Files of rules export one table each; check.c applies them all.
 * Included inside check/ alone.
 */
#ifndef ZONALE_CHECK_RULE_H
#define ZONALE_CHECK_RULE_H

#include "check/check.h"

/* What a rule works with: its worker's own list, and memory that is gone when the rule returns. */
struct check {
	const struct site *site;
	struct diagnostics *diagnostics;
	struct arena *scratch;
};

/*
 * One of the functions is set. Those over files may read content again and run on several workers; they
 * return 0, or -1 after reporting a failure of the system.
 */
struct rule {
	void (*site)(struct check *check);
	void (*act)(struct check *check, const struct act *act);
	void (*meeting)(struct check *check, const struct meeting *meeting);
	void (*body)(struct check *check, const struct body *body);
	void (*point)(struct check *check, const struct point *point);
	void (*progress)(struct check *check, const struct programme *programme,
	    const struct progress *progress);
	int (*file)(struct check *check, const struct content_file *file);
	enum diag_id reports[10]; /* ended by DIAG_COUNT where fewer */
};

/* For the rows: what a rule may report, at most nine. */
#define REPORTS(...) .reports = { __VA_ARGS__, DIAG_COUNT }

struct rule_table {
	const struct rule *rules;
	size_t count;
};

extern const struct rule_table act_rules, act_link_rules, attendance_rules, meeting_rules,
    attachment_rules, programme_rules, official_text_rules, register_rules, publication_rules,
    personal_rules;

/* The place of a key's value in a mapping of the file, or of the mapping where the key is not there. */
static inline struct position at_key(
    const struct content_file *file, const struct yaml_node *map, const char *key)
{
	return key_position(map, key, file->path);
}

/* Did the author write this key? What is there but wrong was reported when it was read. */
static inline bool has_key(const struct yaml_node *map, const char *key)
{
	return yaml_get(map, key) != NULL;
}

/* A file of the site by its path, or null. */
const struct content_file *check_file(const struct check *check, struct slice path);

/* "2024-05-13" in scratch memory. */
struct slice shown_date(const struct check *check, struct date date);
struct slice shown_number(const struct check *check, int64_t number);

/* Certainly before: every day that `a` may mean comes before every day that `b` may. False where one is unknown. */
bool date_surely_before(struct date a, struct date b);

/*
 * Reports DIAG_DATES_ORDER at the first key where `first`, which should not come before `second`, does; and
 * DIAG_DATES_REVERSED where an end comes before its beginning. Unknown dates are passed over.
 */
struct dated_key {
	const char *key, *shown; /* `shown`: its name in the message, "albo.dal" */
	const struct yaml_node *map;
	struct date date;
};
void check_not_before(struct check *check, const struct content_file *file, struct dated_key later,
    struct dated_key earlier);
void check_span(struct check *check, const struct content_file *file, const struct yaml_node *map,
    struct date begin, struct date end, const char *end_key);

/* A person by id or by name: both, or (where one is needed) neither. */
void check_person(
    struct check *check, const struct content_file *file, const struct yaml_node *map, bool needed);

#endif
