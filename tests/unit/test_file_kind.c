/* The place of a content file: its kind, its parts, and names that break their folder's rule. */
#include <criterion/criterion.h>

#include "model/file.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct row {
	const char *path; /* below content/ */
	enum file_kind kind;
	bool misnamed;
	const char *id, *folder;
};

static void check_rows(const struct row *rows, size_t count)
{
	struct arena *arena = arena_new();

	for (size_t i = 0; i < count; i++) {
		struct slice path = arena_printf(arena, "content/%s", rows[i].path);
		struct content_file file = { .path = path };
		bool misnamed;
		enum file_kind kind = file_kind_of(path, &file, &misnamed);

		cr_expect_eq(kind, rows[i].kind, "%s: %d", rows[i].path, (int)kind);
		cr_expect_eq(misnamed, rows[i].misnamed, "%s: misnamed %d", rows[i].path, misnamed);
		if (rows[i].id)
			cr_expect(slice_is(file.id, rows[i].id), "%s: id %.*s", rows[i].path,
			    SLICE_ARGS(file.id));
		if (rows[i].folder)
			cr_expect(slice_is(file.folder, rows[i].folder), "%s: folder %.*s",
			    rows[i].path, SLICE_ARGS(file.folder));
		if (misnamed)
			cr_expect(file_name_rule(kind)[0], "%s: no rule to tell", rows[i].path);
	}
	arena_free(arena);
}

Test(file_kind, knows_every_place)
{
	static const struct row rows[] = {
		{ "sito.yaml", FILE_SETTINGS, false, "", "" },
		{ "enti.yaml", FILE_ORGANISATIONS, false, "", "" },
		{ "persone.yaml", FILE_PEOPLE, false, "", "" },
		{ "argomenti.yaml", FILE_TOPICS, false, "", "" },
		{ "glossario.yaml", FILE_GLOSSARY, false, "", "" },
		{ "eventi.yaml", FILE_EVENTS, false, "", "" },
		{ "scuole.yaml", FILE_SCHOOLS, false, "", "" },
		{ "norme.yaml", FILE_LEGAL_SOURCES, false, "", "" },
		{ "oscuramenti.yaml", FILE_REDACTIONS, false, "", "" },
		{ "cessati.yaml", FILE_CEASED, false, "", "" },
		{ "note_pubbliche.yaml", FILE_PUBLIC_NOTES, false, "", "" },
		{ "organi/conferenza.yaml", FILE_BODY, false, "conferenza", NULL },
		{ "sedute/2031-03-05-conferenza.yaml", FILE_MEETING, false, "2031-03-05-conferenza",
		    NULL },
		{ "tavoli/0-6.yaml", FILE_WORKING_TABLE, false, "0-6", NULL },
		{ "atti/2031/dczi-1-bis.md", FILE_ACT, false, "dczi-1-bis", "2031" },
		{ "atti/2031/dczi-1/Piano_di-zona.v2.pdf", FILE_ATTACHMENT, false,
		    "Piano_di-zona.v2.pdf", "2031/dczi-1" },
		{ "programma/2030-2032/programma.yaml", FILE_PROGRAMME, false, "programma",
		    "2030-2032" },
		{ "programma/2030-2032/punti/01-primo-punto.yaml", FILE_POINT, false,
		    "01-primo-punto", "2030-2032" },
		{ "programma/2030-2032/punti/01-primo-punto.md", FILE_POINT_TEXT, false,
		    "01-primo-punto", "2030-2032" },
		{ "programma/2030-2032/avanzamento/2031-05-02-1.1.yaml", FILE_PROGRESS, false,
		    "2031-05-02-1.1", "2030-2032" },
		{ "programma/2030-2032/avanzamento/2031-05-02-12.10-2.yaml", FILE_PROGRESS, false,
		    "2031-05-02-12.10-2", "2030-2032" },
		{ "rapporti/2031-05-01-primo-anno.md", FILE_REPORT, false, "2031-05-01-primo-anno",
		    NULL },
		{ "regolamenti/nidi/2031-01-01.md", FILE_REGULATION, false, "2031-01-01", "nidi" },
		{ "pagine/come-funziona.md", FILE_PAGE, false, "come-funziona", NULL },
	};

	check_rows(rows, COUNT(rows));
}

Test(file_kind, tells_unknown_places)
{
	static const struct row rows[] = {
		{ "siti.yaml", FILE_UNKNOWN, false, NULL, NULL },
		{ "sito.yml", FILE_UNKNOWN, false, NULL, NULL },
		{ "LEGGIMI.md", FILE_UNKNOWN, false, NULL, NULL },
		{ "altro/a.yaml", FILE_UNKNOWN, false, NULL, NULL },
		{ "attii/2031/dczi-1.md", FILE_UNKNOWN, false, NULL, NULL },
		{ "programma/2030-2032/altro/a.yaml", FILE_UNKNOWN, false, NULL, NULL },
		{ "Atti/2031/dczi-1.md", FILE_UNKNOWN, false, NULL, NULL },
		{ "enti.yaml/a", FILE_UNKNOWN, false, NULL, NULL },
	};

	check_rows(rows, COUNT(rows));
}

Test(file_kind, tells_names_that_break_the_rule)
{
	static const struct row rows[] = {
		{ "organi/Conferenza.yaml", FILE_BODY, true, NULL, NULL },
		{ "organi/conferenza.yml", FILE_BODY, true, NULL, NULL },
		{ "organi/.yaml", FILE_BODY, true, NULL, NULL },
		{ "organi/a/b.yaml", FILE_BODY, true, NULL, NULL },
		{ "sedute/conferenza.yaml", FILE_MEETING, true, NULL, NULL },
		{ "sedute/2031-02-29-conferenza.yaml", FILE_MEETING, true, NULL, NULL },
		{ "sedute/2031-03-05.yaml", FILE_MEETING, true, NULL, NULL },
		{ "sedute/2031-03-05-.yaml", FILE_MEETING, true, NULL, NULL },
		{ "tavoli/zero_sei.yaml", FILE_WORKING_TABLE, true, NULL, NULL },
		{ "atti/dczi-1.md", FILE_ACT, true, NULL, NULL },
		{ "atti/31/dczi-1.md", FILE_ACT, true, NULL, NULL },
		{ "atti/2031/dczi-1.txt", FILE_ACT, true, NULL, NULL },
		{ "atti/2031/dczi-1.MD", FILE_ACT, true, NULL, NULL },
		{ "atti/2031/dczi 1.md", FILE_ACT, true, NULL, NULL },
		{ "atti/2031/perchè.md", FILE_ACT, true, NULL, NULL },
		{ "atti/2031/dczi-1/piano di zona.pdf", FILE_ATTACHMENT, true, NULL, NULL },
		{ "atti/2031/dczi-1/a/b.pdf", FILE_ATTACHMENT, true, NULL, NULL },
		{ "atti/2031/dczi-1/-a.pdf", FILE_ATTACHMENT, true, NULL, NULL },
		{ "atti/2031/DCZI-1/a.pdf", FILE_ATTACHMENT, true, NULL, NULL },
		{ "programma/2030/programma.yaml", FILE_PROGRAMME, true, NULL, NULL },
		{ "programma/2030-32/programma.yaml", FILE_PROGRAMME, true, NULL, NULL },
		{ "programma/2030-2032/altro.yaml", FILE_PROGRAMME, true, NULL, NULL },
		{ "programma/2030-2032/punti/1-primo.yaml", FILE_POINT, true, NULL, NULL },
		{ "programma/2030-2032/punti/01.yaml", FILE_POINT, true, NULL, NULL },
		{ "programma/2030-2032/punti/01-a/b.yaml", FILE_POINT, true, NULL, NULL },
		{ "programma/2030-2032/punti/01-Primo.md", FILE_POINT_TEXT, true, NULL, NULL },
		{ "programma/2030-2032/avanzamento/2031-05-02.yaml", FILE_PROGRESS, true, NULL,
		    NULL },
		{ "programma/2030-2032/avanzamento/2031-05-02-1.yaml", FILE_PROGRESS, true, NULL,
		    NULL },
		{ "programma/2030-2032/avanzamento/2031-05-02-1.1-.yaml", FILE_PROGRESS, true, NULL,
		    NULL },
		{ "programma/2030-2032/avanzamento/2031-05-02-1.x.yaml", FILE_PROGRESS, true, NULL,
		    NULL },
		{ "rapporti/primo.md", FILE_REPORT, true, NULL, NULL },
		{ "regolamenti/nidi.md", FILE_REGULATION, true, NULL, NULL },
		{ "regolamenti/nidi/2031-01.md", FILE_REGULATION, true, NULL, NULL },
		{ "regolamenti/nidi/2031-01-01-bis.md", FILE_REGULATION, true, NULL, NULL },
		{ "pagine/Chi siamo.md", FILE_PAGE, true, NULL, NULL },
		{ "pagine/a/b.md", FILE_PAGE, true, NULL, NULL },
	};

	check_rows(rows, COUNT(rows));
}

Test(file_kind, suggests_registers)
{
	static const struct {
		const char *path, *suggestion;
	} rows[] = {
		{ "content/ente.yaml", "enti.yaml" },
		{ "content/glosario.yaml", "glossario.yaml" },
		{ "content/sito.yml", "sito.yaml" },
		{ "content/note-pubbliche.yaml", "note_pubbliche.yaml" },
		{ "content/appunti-della-riunione.txt", "" },
		{ "content/altro/enti.yaml", "" },
	};
	struct arena *arena = arena_new();

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice said = file_root_suggestion(slice_from(rows[i].path), arena);

		cr_expect(
		    slice_is(said, rows[i].suggestion), "%s: %.*s", rows[i].path, SLICE_ARGS(said));
	}
	arena_free(arena);
}
