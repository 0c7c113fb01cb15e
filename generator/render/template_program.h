/* A compiled template: operations, made by template_compile.c and run by template_run.c. */
#ifndef ZONALE_RENDER_TEMPLATE_PROGRAM_H
#define ZONALE_RENDER_TEMPLATE_PROGRAM_H

#include "render/template_provider.h"

enum operation_kind {
	OPERATION_TEXT,     /* writes text */
	OPERATION_VALUE,    /* writes the value */
	OPERATION_SECTION,  /* runs what follows for each item; without any goes to `target` */
	OPERATION_INVERTED, /* goes to `target` unless there is no item */
	OPERATION_END,      /* next item of the section at `target`, or on */
	/* Recursion, with lax providers only: */
	OPERATION_BEGIN,  /* marks where a template begins */
	OPERATION_CALL,   /* runs the template that begins at `target` */
	OPERATION_RETURN, /* ends the template that begins at `target`, if it was called */
};

struct operation {
	enum operation_kind kind;
	enum escape escape;
	bool opens; /* a section that opens a context */
	size_t target;
	struct slice text;
	const void *reference;
};

struct template
{
	const struct template_provider *provider;
	const struct operation *operations;
	size_t count;
};

#endif
