/*
 * Which program this is: the SHA-256 of the sources that read and compare content, in hexadecimal, from build/program.c,
 * which `make` writes. What one program learned, another must not believe (history/kept_pages.h).
 */
#ifndef ZONALE_BASE_PROGRAM_H
#define ZONALE_BASE_PROGRAM_H

extern const char program_sources[];

#endif
