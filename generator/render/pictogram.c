#include "render/pictogram.h"

#include "render/drawing.h"
#include "render/italiano.h"

/* The longest bar, and what of a square or bar its outline takes, in pixels. */
#define BAR_MAX 236
#define OUTLINE 3

static const struct view_field pictogram_square_fields[] = {
	VIEW_NUMBER(struct pictogram_square, x, "x"),
	VIEW_NUMBER(struct pictogram_square, y, "y"),
	VIEW_NUMBER(struct pictogram_square, width, "lato"),
	VIEW_TEXT(struct pictogram_square, name, "nome"),
};
static const struct view pictogram_square_view =
    VIEW("quadrato", struct pictogram_square, pictogram_square_fields);

static const struct view_field pictogram_line_fields[] = {
	VIEW_ID(struct pictogram_line, kind, "genere"),
	VIEW_TEXT(struct pictogram_line, text, "quanti_sono"),
	VIEW_FLAG(struct pictogram_line, tick, "spunta"),
	VIEW_FLAG(struct pictogram_line, cross, "croce"),
	VIEW_FLAG(struct pictogram_line, dash, "trattino"),
	VIEW_FLAG(struct pictogram_line, ring, "anello"),
	VIEW_NUMBER(struct pictogram_line, width, "larghezza"),
	VIEW_NUMBER(struct pictogram_line, height, "altezza"),
	VIEW_LIST(struct pictogram_line, squares, "quadrati", struct pictogram_square,
	    &pictogram_square_view),
};
const struct view pictogram_line_view =
    VIEW("riga del disegno", struct pictogram_line, pictogram_line_fields);

static struct pictogram_line *add_line(
    struct maker *maker, struct pictogram *picture, const char *kind, struct slice text)
{
	struct pictogram_line *line = ARENA_PUSH(maker->arena, picture);

	*line = (struct pictogram_line){ .kind = slice_from(kind), .text = text };
	return line;
}

static void add_square(struct maker *maker, struct pictogram_line *line, struct slice name)
{
	size_t place = line->squares.count;
	int x = drawing_tile_x(place % PICTOGRAM_ROW), y = drawing_tile_x(place / PICTOGRAM_ROW);

	*ARENA_PUSH(maker->arena, &line->squares) =
	    (struct pictogram_square){ x, y, DRAWING_TILE - OUTLINE, name };
	if (line->width < x + DRAWING_TILE)
		line->width = x + DRAWING_TILE;
	line->height = y + DRAWING_TILE;
}

/* --- attendance -------------------------------------------------------------------------------- */

static struct slice organisation_of(const struct attendance *attendance)
{
	const struct organisation *organisation = attendance->organisation.found;

	return organisation ? organisation->name : attendance->organisation.id;
}

static size_t count_outcome(const struct attendance *attendance, size_t count, int outcome)
{
	size_t found = 0;

	for (size_t i = 0; i < count; i++)
		found += attendance[i].outcome == outcome;
	return found;
}

void pictogram_of_attendance(struct maker *maker, const struct attendance *attendance, size_t count,
    struct pictogram *picture)
{
	for (int outcome = ATTENDANCE_PRESENT; outcome <= ATTENDANCE_EXCUSED; outcome++) {
		bool present = outcome == ATTENDANCE_PRESENT;
		size_t found = count_outcome(attendance, count, outcome);
		struct pictogram_line *line;

		if (found == 0)
			continue;
		line = add_line(maker, picture, present ? "presente" : "assente",
		    italian_attendance_count(outcome, found, maker->arena));
		line->tick = present;
		line->dash = outcome == ATTENDANCE_EXCUSED;
		for (size_t i = 0; i < count && count <= PICTOGRAM_HEADS_MAX; i++)
			if (attendance[i].outcome == outcome)
				add_square(maker, line, organisation_of(&attendance[i]));
	}
}

/* --- votes ------------------------------------------------------------------------------------- */

/* One vote being drawn. */
struct drawing {
	struct maker *maker;
	const struct vote *vote;
	struct pictogram *picture;
	bool squares; /* else bars */
	int64_t total;
};

static void add_bar(const struct drawing *drawing, struct pictogram_line *line, int32_t count)
{
	int width = (int)(BAR_MAX * (int64_t)count / drawing->total);

	/* Wide enough for its sign. */
	line->width = width > DRAWING_TILE ? width : DRAWING_TILE;
	line->height = DRAWING_TILE;
	*ARENA_PUSH(drawing->maker->arena, &line->squares) =
	    (struct pictogram_square){ .width = line->width - OUTLINE };
}

static void add_squares(
    const struct drawing *drawing, struct pictogram_line *line, const struct tally *tally)
{
	bool named = drawing->vote->manner != VOTE_SECRET;

	for (size_t i = 0; i < (size_t)tally->count; i++) {
		const struct organisation *each = named && i < tally->organisations.count
						      ? tally->organisations.items[i].found
						      : NULL;

		add_square(drawing->maker, line, each ? each->name : SLICE(""));
	}
}

/* What nobody did is not drawn; of what is not known it is said. */
static struct pictogram_line *add_tally(
    const struct drawing *drawing, enum vote_side side, const struct tally *tally)
{
	static const char *const kinds[] = { [VOTE_SIDE_FOR] = "favorevole",
		[VOTE_SIDE_AGAINST] = "contrario",
		[VOTE_SIDE_ABSTAINING] = "astenuto",
		[VOTE_SIDE_NOT_TAKING_PART] = "non-partecipante" };
	struct pictogram_line *line;

	if (tally->node && tally->count <= 0)
		return NULL;
	line = add_line(drawing->maker, drawing->picture, kinds[side],
	    italian_vote_count(
		side, tally->node ? tally->count : -1, drawing->vote->unit, drawing->maker->arena));
	line->tick = side == VOTE_SIDE_FOR;
	line->cross = side == VOTE_SIDE_AGAINST;
	line->dash = side == VOTE_SIDE_ABSTAINING;
	line->ring = side == VOTE_SIDE_NOT_TAKING_PART;
	if (!tally->node)
		return line;
	if (drawing->squares)
		add_squares(drawing, line, tally);
	else
		add_bar(drawing, line, tally->count);
	return line;
}

static bool is_in(const struct tally *tally, const struct organisation *organisation)
{
	for (size_t i = 0; i < tally->organisations.count; i++)
		if (tally->organisations.items[i].found == organisation)
			return true;
	return false;
}

/* Not there, and in none of the lists: whoever left later may have voted. */
static bool was_away(const struct vote *vote, const struct attendance *attendance)
{
	const struct organisation *organisation = attendance->organisation.found;

	return attendance->outcome != ATTENDANCE_PRESENT &&
	       !is_in(&vote->in_favour, organisation) && !is_in(&vote->against, organisation) &&
	       !is_in(&vote->abstaining, organisation) &&
	       !is_in(&vote->not_taking_part, organisation);
}

static void add_away(
    const struct drawing *drawing, const struct attendance *attendance, size_t count)
{
	struct pictogram_line *line = NULL;
	size_t away = 0;

	for (size_t i = 0; i < count; i++) {
		if (!was_away(drawing->vote, &attendance[i]))
			continue;
		if (!line)
			line = add_line(drawing->maker, drawing->picture, "assente", SLICE(""));
		add_square(drawing->maker, line, organisation_of(&attendance[i]));
		line->text =
		    italian_attendance_count(ATTENDANCE_ABSENT, ++away, drawing->maker->arena);
	}
}

static int64_t counted(const struct tally *tally)
{
	return tally->node && tally->count > 0 ? tally->count : 0;
}

void pictogram_of_vote(struct maker *maker, const struct vote *vote,
    const struct attendance *attendance, size_t count, struct pictogram *picture)
{
	bool heads = vote->unit != VOTE_SHARES && vote->unit != VOTE_INHABITANTS;
	struct drawing drawing = { .maker = maker, .vote = vote, .picture = picture };

	drawing.total = counted(&vote->in_favour) + counted(&vote->against) +
			counted(&vote->abstaining) + counted(&vote->not_taking_part);
	drawing.squares = heads && drawing.total <= PICTOGRAM_HEADS_MAX;
	if (!vote->in_favour.node || drawing.total == 0)
		return;
	add_tally(&drawing, VOTE_SIDE_FOR, &vote->in_favour);
	add_tally(&drawing, VOTE_SIDE_AGAINST, &vote->against);
	add_tally(&drawing, VOTE_SIDE_ABSTAINING, &vote->abstaining);
	if (vote->not_taking_part.node)
		add_tally(&drawing, VOTE_SIDE_NOT_TAKING_PART, &vote->not_taking_part);
	if (drawing.squares && count <= PICTOGRAM_HEADS_MAX)
		add_away(&drawing, attendance, count);
}
