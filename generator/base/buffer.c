#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buffer_release(struct buffer *buffer)
{
	free(buffer->p);
	*buffer = (struct buffer){ 0 };
}

void buffer_clear(struct buffer *buffer)
{
	buffer->len = 0;
	if (buffer->p)
		buffer->p[0] = '\0';
}

void buffer_reserve(struct buffer *buffer, size_t more)
{
	size_t cap = buffer->cap ? buffer->cap : 64;
	char *grown;

	if (more > SIZE_MAX / 4 || buffer->len > SIZE_MAX / 4)
		abort();
	if (buffer->cap > buffer->len + more)
		return;
	while (cap <= buffer->len + more)
		cap *= 2;
	grown = realloc(buffer->p, cap);
	if (!grown)
		abort();
	buffer->p = grown;
	buffer->cap = cap;
}

void buffer_add(struct buffer *buffer, struct slice text)
{
	buffer_reserve(buffer, text.len);
	if (text.len)
		memcpy(buffer->p + buffer->len, text.p, text.len);
	buffer->len += text.len;
	buffer->p[buffer->len] = '\0';
}

void buffer_add_str(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, slice_from(text));
}

void buffer_add_byte(struct buffer *buffer, char byte)
{
	buffer_add(buffer, (struct slice){ &byte, 1 });
}

void buffer_addf(struct buffer *buffer, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0)
		abort();
	buffer_reserve(buffer, (size_t)len);
	va_start(args, format);
	vsnprintf(buffer->p + buffer->len, (size_t)len + 1, format, args);
	va_end(args);
	buffer->len += (size_t)len;
}

struct slice buffer_slice(const struct buffer *buffer)
{
	return (struct slice){ buffer->p ? buffer->p : "", buffer->len };
}
