/* Shows a fuzz target the bytes of files, one after the other, without libFuzzer: any compiler will do. */
#include <stdio.h>
#include <stdlib.h>

#include "target.h"

/* In memory of exactly its size, so that sanitizers and valgrind see a read past the end. */
static uint8_t *whole_file(const char *path, size_t *size)
{
	FILE *file = fopen(path, "rb");
	uint8_t *bytes = NULL;
	long end = -1;

	if (file && fseek(file, 0, SEEK_END) == 0)
		end = ftell(file);
	if (end >= 0) {
		rewind(file);
		*size = (size_t)end;
		bytes = malloc(*size ? *size : 1);
		if (bytes && fread(bytes, 1, *size, file) != *size) {
			free(bytes);
			bytes = NULL;
		}
	}
	if (file)
		fclose(file);
	return bytes;
}

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		size_t size = 0;
		uint8_t *bytes = whole_file(argv[i], &size);

		if (!bytes) {
			fprintf(stderr, "%s: can't be read\n", argv[i]);
			return 2;
		}
		LLVMFuzzerTestOneInput(bytes, size);
		free(bytes);
	}
	return 0;
}
