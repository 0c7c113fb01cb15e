/* A small whole site in memory, right in every detail. */
#ifndef ZONALE_TESTS_SAMPLE_FILES_H
#define ZONALE_TESTS_SAMPLE_FILES_H

#include "source/source.h"

extern const struct memory_file sample_files[];
extern const size_t sample_file_count;

#endif
