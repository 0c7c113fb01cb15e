#include "model/file_form.h"

#include "model/programme.h"

static const struct file_form forms[FILE_KIND_COUNT] = {
	[FILE_SETTINGS] = { &settings_table, false, false },
	[FILE_ORGANISATIONS] = { &organisation_table, true, false },
	[FILE_PEOPLE] = { &person_table, true, false },
	[FILE_TOPICS] = { &topic_table, true, false },
	[FILE_GLOSSARY] = { &glossary_table, true, false },
	[FILE_EVENTS] = { &event_table, true, false },
	[FILE_SCHOOLS] = { &school_table, true, false },
	[FILE_LEGAL_SOURCES] = { &legal_source_table, true, false },
	[FILE_REDACTIONS] = { &redaction_table, true, false },
	[FILE_CEASED] = { &ceased_table, true, false },
	[FILE_PUBLIC_NOTES] = { &public_note_table, true, false },
	[FILE_BODY] = { &body_table, false, false },
	[FILE_MEETING] = { &meeting_table, false, false },
	[FILE_WORKING_TABLE] = { &working_table_table, false, false },
	[FILE_ACT] = { &act_table, false, true },
	[FILE_PROGRAMME] = { &programme_table, false, false },
	[FILE_POINT] = { &point_table, false, false },
	[FILE_POINT_TEXT] = { NULL, false, true },
	[FILE_PROGRESS] = { &progress_table, false, false },
	[FILE_REPORT] = { &report_table, false, true },
	[FILE_REGULATION] = { &regulation_table, false, true },
	[FILE_PAGE] = { &page_table, false, true },
};

const struct file_form *file_form(enum file_kind kind)
{
	return &forms[kind];
}
