#include "history/subjects.h"

struct list_of_subjects {
	struct arena *arena;
	ARRAY(struct history_subject) found;
};

static void add(struct list_of_subjects *list, enum subject_kind kind, const void *item,
    const struct content_file *file)
{
	if (!file->unreadable)
		*ARENA_PUSH(list->arena, &list->found) =
		    (struct history_subject){ kind, item, file };
}

static void add_programme(struct list_of_subjects *list, const struct programme *programme)
{
	add(list, SUBJECT_PROGRAMME, programme, programme->file);
	for (size_t i = 0; i < programme->points.count; i++)
		add(list, SUBJECT_POINT, programme->points.items[i],
		    programme->points.items[i]->file);
	for (size_t i = 0; i < programme->progress.count; i++)
		add(list, SUBJECT_PROGRESS, programme->progress.items[i],
		    programme->progress.items[i]->file);
}

struct history_subject *subjects_of(const struct site *site, struct arena *arena, size_t *count)
{
	struct list_of_subjects list = { .arena = arena };

	for (size_t i = 0; i < site->acts.count; i++)
		add(&list, SUBJECT_ACT, site->acts.items[i], site->acts.items[i]->file);
	for (size_t i = 0; i < site->meetings.count; i++)
		add(&list, SUBJECT_MEETING, site->meetings.items[i], site->meetings.items[i]->file);
	for (size_t i = 0; i < site->programmes.count; i++)
		add_programme(&list, site->programmes.items[i]);
	for (size_t i = 0; i < site->reports.count; i++)
		add(&list, SUBJECT_REPORT, site->reports.items[i], site->reports.items[i]->file);
	for (size_t i = 0; i < site->regulations.count; i++)
		add(&list, SUBJECT_REGULATION, site->regulations.items[i],
		    site->regulations.items[i]->file);
	*count = list.found.count;
	return list.found.items;
}
