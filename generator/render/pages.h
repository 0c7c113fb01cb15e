/* Every kind of page: a file each, or a few that belong together. pages.c has them in the order of the plan. */
#ifndef ZONALE_RENDER_PAGES_H
#define ZONALE_RENDER_PAGES_H

#include "render/plan.h"

extern const struct page_kind act_page_kind;        /* page_act.c */
extern const struct page_kind acts_page_kind;       /* page_acts.c */
extern const struct page_kind archive_page_kind;    /* page_archive.c */
extern const struct page_kind chronology_page_kind; /* page_chronology.c */
extern const struct page_kind news_page_kind;       /* page_news.c */
extern const struct page_kind home_page_kind;       /* page_home.c */
extern const struct page_kind comparison_page_kind,
    whole_comparison_page_kind; /* page_comparison.c */
extern const struct page_kind redirect_page_kind, redirect_lines_page_kind,
    noindex_lines_page_kind;                                         /* page_redirect.c */
extern const struct page_kind meetings_page_kind, meeting_page_kind; /* page_meeting.c */
extern const struct page_kind programmes_page_kind, programme_page_kind,
    programme_print_page_kind;                                             /* page_programme.c */
extern const struct page_kind point_page_kind;                             /* page_point.c */
extern const struct page_kind schedule_page_kind;                          /* page_schedule.c */
extern const struct page_kind deadlines_page_kind;                         /* page_deadlines.c */
extern const struct page_kind reports_page_kind, report_page_kind;         /* page_report.c */
extern const struct page_kind regulations_page_kind, regulation_page_kind; /* page_regulation.c */
extern const struct page_kind conference_page_kind, bodies_page_kind,
    body_page_kind; /* page_body.c */
extern const struct page_kind municipalities_page_kind,
    municipality_page_kind;                                      /* page_municipality.c */
extern const struct page_kind people_page_kind;                  /* page_people.c */
extern const struct page_kind tables_page_kind, table_page_kind; /* page_table.c */
extern const struct page_kind norms_page_kind, glossary_page_kind,
    schools_page_kind;                        /* page_register.c */
extern const struct page_kind text_page_kind; /* page_page.c */
extern const struct page_kind contacts_page_kind, legal_notes_page_kind, privacy_page_kind,
    accessibility_page_kind, explanation_page_kind; /* page_service.c */
extern const struct page_kind version_page_kind;    /* page_version.c */
extern const struct page_kind map_page_kind;        /* page_map.c */
extern const struct page_kind embedded_acts_page_kind, embedded_fragment_page_kind,
    embedding_page_kind;                        /* page_embedding.c */
extern const struct page_kind verify_page_kind; /* page_verify.c */
extern const struct page_kind search_page_kind; /* page_search.c */
extern const struct page_kind error_page_kind;  /* page_error.c */

/* Is it the place of one of page_service.c's pages? */
bool is_service_path(struct slice path);

#endif
