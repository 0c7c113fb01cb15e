# zonale: see README.md. `make site` and `make test` do all the set-up themselves.
.DEFAULT_GOAL := all
SHELL := /bin/bash

BUILD ?= build
CC ?= gcc
CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
PACKAGES := libgit2 yaml-0.1 libutf8proc nettle
LIBS = $(shell pkg-config --libs $(PACKAGES)) -lcmark-gfm-extensions -lcmark-gfm -pthread
OWN_CFLAGS = -std=c11 -D_GNU_SOURCE -pthread $(WARNINGS) -Igenerator \
	$(shell pkg-config --cflags $(PACKAGES)) -MMD -MP

SOURCES := $(sort $(wildcard generator/*.c generator/*/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
LIBRARY_OBJECTS := $(filter-out $(BUILD)/generator/cmd/main.o,$(OBJECTS))
TEST_SOURCES := $(sort $(wildcard tests/unit/*.c))
TEST_OBJECTS := $(TEST_SOURCES:%.c=$(BUILD)/%.o)

.PHONY: all unit
all: $(BUILD)/zonale
unit: $(BUILD)/unit

$(BUILD)/zonale: $(OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/unit: $(LIBRARY_OBJECTS) $(TEST_OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) -lcriterion -ljansson

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(OWN_CFLAGS) -c -o $@ $<

-include $(OBJECTS:.o=.d) $(TEST_OBJECTS:.o=.d)
