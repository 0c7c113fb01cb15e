# zonale. README.md says what it is; these are its doors:
#
#   make site      install what is missing, build the program, build the site into public/
#   make test      the same for the tests, and run them all
#   make           the program alone, as build/zonale (for who develops it: warnings are errors)
#   make install   PREFIX=/usr/local DESTDIR=
#   make asan | valgrind | fuzz | lint | layers | format | format-check | bench | clean
#
# Everything made is below $(BUILD), but for the site itself.

.DEFAULT_GOAL := all
SHELL := /bin/bash

BUILD ?= build
ifeq ($(origin CC),default)
CC := gcc
endif
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
JOBS ?= $(shell nproc)

# What a compiler that we have not met warns of must not keep a webmaster from his site: the targets
# for users switch -Werror off; `make`, `make unit` and `make lint` have it on.
WERROR ?= -Werror
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion $(WERROR)

PACKAGES := libgit2 yaml-0.1 libutf8proc nettle zlib
# pkg-config is asked once, and only where something is compiled: it may yet have to be installed.
PACKAGE_CFLAGS = $(eval PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES)))$(PACKAGE_CFLAGS)
PACKAGE_LIBS = $(shell pkg-config --libs $(PACKAGES))
LIBS = $(PACKAGE_LIBS) -lcmark-gfm-extensions -lcmark-gfm -lstemmer -pthread
LANGUAGE_CFLAGS = -std=c11 -D_GNU_SOURCE -pthread -Igenerator -Itests/tools $(PACKAGE_CFLAGS)
OWN_CFLAGS = $(LANGUAGE_CFLAGS) $(WARNINGS) -MMD -MP

SOURCES := $(sort $(wildcard generator/*.c generator/*/*.c))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o)
# The themes that are linked into the program, the default first. A folder's time tells of files that came or went.
# italia is made by themes/italia/stile/build, with what npm brings; without npm: make site THEMES=base
THEMES ?= italia base
ITALIA := $(BUILD)/themes/italia
ITALIA_SOURCES = $(shell find themes/italia themes/base) $(wildcard generator/render/*html*.c)
THEME_FOLDERS := $(patsubst themes/italia,$(ITALIA),$(THEMES:%=themes/%))
THEME_FILES = $(if $(filter italia,$(THEMES)),$(ITALIA)/stile.css) $(shell find $(filter themes/%,$(THEME_FOLDERS)))
OBJECTS += $(BUILD)/themes.o
# What the program learned of content holds for these sources alone (generator/base/program.h).
LEARNING := $(sort $(wildcard $(addprefix generator/,$(addsuffix /*,base source parse model history check))))
OBJECTS += $(BUILD)/program.o
# What tests are linked with: all but the command line, which they start as a program.
LIBRARY_OBJECTS := $(filter-out $(BUILD)/generator/cmd/%.o,$(OBJECTS))
TEST_SOURCES := $(sort $(wildcard tests/unit/*.c))
TEST_OBJECTS := $(TEST_SOURCES:%.c=$(BUILD)/%.o)
CRASH_TOOLS := $(BUILD)/publish_driver $(BUILD)/check_site $(BUILD)/all_kills
HTML_CHECK := $(BUILD)/html_check
CHANGED_KEYS := $(BUILD)/changed_keys
LOG_DRIVER := $(BUILD)/log_driver
INDEX_COST := $(BUILD)/index_cost
TOOL_SOURCES := $(wildcard tests/tools/*.c)
FUZZ_TARGETS := $(patsubst tests/fuzz/target_%.c,$(BUILD)/fuzz/%,$(sort $(wildcard tests/fuzz/target_*.c)))
# What shows a target its bytes: files that are given (any compiler), or libFuzzer (-fsanitize=fuzzer).
FUZZ_ENGINE ?= $(BUILD)/tests/fuzz/replay.o

.PHONY: all unit targets
all: $(BUILD)/zonale
targets: $(FUZZ_TARGETS)
unit: $(BUILD)/unit $(CRASH_TOOLS) $(HTML_CHECK) $(LOG_DRIVER) $(CHANGED_KEYS)

# make V=1 shows the commands.
Q := $(if $(V),,@)
told = $(if $(V),,@echo '  $(1)')

$(BUILD)/zonale: $(OBJECTS)
	$(call told,link $@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/unit: $(LIBRARY_OBJECTS) $(TEST_OBJECTS)
	$(call told,link $@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) -lcriterion -ljansson

$(ITALIA)/stile.css: $(ITALIA_SOURCES)
	$(call told,make themes/italia)
	$(Q)themes/italia/stile/build $(ITALIA)-npm $(ITALIA)

# Which themes were asked for: written where that has changed.
.PHONY: always
$(BUILD)/themes.list: always
	@mkdir -p $(@D)
	@echo '$(THEMES)' | cmp -s - $@ || echo '$(THEMES)' >$@

$(BUILD)/themes.c: generator/render/embed_themes.sh $(BUILD)/themes.list $(THEME_FILES)
	@mkdir -p $(@D)
	$(call told,embed $(THEME_FOLDERS))
	$(Q)$< $(THEME_FOLDERS) >$@.new && mv $@.new $@

$(BUILD)/themes.o: $(BUILD)/themes.c
	$(call told,compile $<)
	$(Q)$(CC) $(CFLAGS) $(OWN_CFLAGS) -c -o $@ $<

$(BUILD)/program.c: $(LEARNING)
	@mkdir -p $(@D)
	$(Q){ printf '#include "base/program.h"\n\nconst char program_sources[] = "'; \
	    cat $(LEARNING) | sha256sum | cut -c1-64 | tr -d '\n'; printf '";\n'; } >$@.new && mv $@.new $@

$(BUILD)/program.o: $(BUILD)/program.c
	$(call told,compile $<)
	$(Q)$(CC) $(CFLAGS) $(OWN_CFLAGS) -c -o $@ $<

$(CRASH_TOOLS): $(BUILD)/%: $(BUILD)/tests/crash/%.o $(BUILD)/tests/tools/site_folder.o \
	    $(filter $(BUILD)/generator/base/% $(BUILD)/generator/write/%,$(OBJECTS))
	$(call told,link $@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(HTML_CHECK): $(TOOL_SOURCES:%.c=$(BUILD)/%.o) $(filter $(BUILD)/generator/base/%,$(OBJECTS))
	$(call told,link $@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(LOG_DRIVER): $(BUILD)/tests/walk/log_driver.o \
	    $(filter $(BUILD)/generator/base/% $(BUILD)/generator/source/%,$(OBJECTS))
	$(call told,link $@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(INDEX_COST): $(BUILD)/tests/bench/index_cost.o $(LIBRARY_OBJECTS)
	$(call told,link $@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(CHANGED_KEYS): $(BUILD)/tests/changelog/changed_keys.o $(LIBRARY_OBJECTS)
	$(call told,link $@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS) -ljansson

# A target is linked with the readers of HTML and the samples of the tests.
FUZZ_PARTS := $(addprefix $(BUILD)/tests/,fuzz/target.o tools/html_page.o unit/comparison_support.o unit/markup.o unit/reported.o \
    unit/sample_files.o unit/template_sample.o)
$(FUZZ_TARGETS): $(BUILD)/fuzz/%: $(BUILD)/tests/fuzz/target_%.o $(FUZZ_PARTS) $(LIBRARY_OBJECTS) \
	    $(filter %.o,$(FUZZ_ENGINE))
	@mkdir -p $(@D)
	$(call told,link $@)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(filter-out %.o,$(FUZZ_ENGINE)) $(LIBS) -ljansson

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(call told,compile $<)
	$(Q)$(CC) $(CFLAGS) $(OWN_CFLAGS) -c -o $@ $<

-include $(OBJECTS:.o=.d) $(TEST_OBJECTS:.o=.d) $(TOOL_SOURCES:%.c=$(BUILD)/%.d) \
    $(CRASH_TOOLS:$(BUILD)/%=$(BUILD)/tests/crash/%.d) $(BUILD)/tests/walk/log_driver.d \
    $(BUILD)/tests/changelog/changed_keys.d $(wildcard $(BUILD)/tests/fuzz/*.d)

# --- for users ----------------------------------------------------------------------------------

# A make within make, on all cores unless the caller said how many, where packages are in place.
SUBMAKE = $(MAKE) --no-print-directory $(if $(V),,-s) $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(JOBS))

SITE ?= .
OUT ?= public
THEME_PACKAGES = $(if $(filter italia,$(THEMES)),theme)
# Pages that can be read from the folder, without a web server; for a server: make site LINKS=web
LINKS ?= file

.PHONY: site test install clean
site:
	@generator/packages.sh build $(THEME_PACKAGES)
	@$(SUBMAKE) WERROR= all
	@$(BUILD)/zonale build $(SITE) -o $(OUT) --links $(LINKS)
	@printf '\nThe site is in %s/. To look at it, open this in a browser:\n\n    file://%s\n\n' \
	    "$(OUT)" "$$(realpath $(OUT))/index.html"
	@printf 'On a desktop: xdg-open %s/index.html\n' "$(OUT)"

# Every executable tests/*.sh and tests/*/*.sh (not the benchmarks) is a test: see tests/run.
TEST_SCRIPTS = $(sort $(shell find tests -maxdepth 2 -name '*.sh' -perm -u+x -not -path 'tests/bench/*'))
UNIT_OPTIONS ?= --jobs $(JOBS) --timeout 120
# Criterion hands its tests over in shared memory, which a bare chroot lacks.
has_shared_memory = @[ -w /dev/shm ] || { \
	echo 'The unit tests need /dev/shm: mount -t tmpfs -o mode=1777 tmpfs /dev/shm (as root)' >&2; exit 1; }

test:
	@generator/packages.sh build test $(THEME_PACKAGES)
	@tests/browser/install $(BUILD)/browser
	@$(SUBMAKE) WERROR= all unit targets
	$(has_shared_memory)
	$(BUILD)/unit $(UNIT_OPTIONS)
	tests/run $(BUILD)/zonale $(TEST_SCRIPTS)

install:
	@generator/packages.sh build $(THEME_PACKAGES)
	@$(SUBMAKE) WERROR= all
	install -D -m 755 $(BUILD)/zonale $(DESTDIR)$(PREFIX)/bin/zonale

clean:
	rm -rf $(BUILD)

# --- for who develops ---------------------------------------------------------------------------

# The scripts that make sites; the others would try the same code again.
SITE_SCRIPTS = $(wildcard tests/golden.sh tests/determinism.sh tests/changelog.sh)

# Criterion hides leaks unless they abort the test.
ASAN_FLAGS := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer \
	-DARENA_DEBUG

.PHONY: asan valgrind lint layers format format-check bench
asan: export ASAN_OPTIONS := abort_on_error=1:detect_leaks=1:strict_string_checks=1
asan: export UBSAN_OPTIONS := print_stacktrace=1
asan:
	@generator/packages.sh build $(THEME_PACKAGES) test
	@$(SUBMAKE) WERROR= BUILD=$(BUILD)/asan ITALIA=$(ITALIA) CFLAGS="$(ASAN_FLAGS)" all unit
	$(has_shared_memory)
	$(BUILD)/asan/unit $(UNIT_OPTIONS)
	tests/run $(BUILD)/asan/zonale $(SITE_SCRIPTS)

# Criterion costs a second a test under valgrind: make valgrind VALGRIND_TESTS='@(yaml|source)*/*' for some.
# Valgrind lacks openat2, without which a bind mount is not told from a folder: publish_disk looks for one. It keeps the
# limits of processes to itself, too, and child sets them.
VALGRIND_TESTS ?= !(publish_disk|child)/*
valgrind:
	@generator/packages.sh build $(THEME_PACKAGES) test valgrind
	@$(SUBMAKE) WERROR= all unit
	$(has_shared_memory)
	tests/valgrind $(BUILD) '$(VALGRIND_TESTS)'
	SCRIPT_LIMIT=3600 tests/run $(BUILD)/valgrind/zonale $(wildcard tests/golden.sh)

# Each parser under random bytes for so many seconds; tests/fuzz/run says more.
FUZZ_SECONDS ?= 20
# An empty slice is a null pointer to which 0 is added: C from N3322 (2024) on allows it, clang 14 has doubts.
FUZZ_FLAGS := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=pointer-overflow \
	-fno-sanitize-recover=all -fno-omit-frame-pointer -DARENA_DEBUG
.PHONY: fuzz
fuzz:
	@generator/packages.sh build $(THEME_PACKAGES) test fuzz
	@$(SUBMAKE) WERROR= BUILD=$(BUILD)/fuzzing ITALIA=$(ITALIA) CC=clang CFLAGS="$(FUZZ_FLAGS)" \
	    FUZZ_ENGINE=-fsanitize=fuzzer targets
	tests/fuzz/run $(BUILD)/fuzzing/fuzz $(FUZZ_SECONDS) $(JOBS)

OWN_CODE = $(shell find generator tests -name '*.[ch]' -not -path 'tests/data/*' -not -path 'tests/cases/*' | sort)
lint:
	@generator/packages.sh build test lint
	@tests/lint $(LANGUAGE_CFLAGS) $(WARNINGS)

layers:
	tests/layers.sh
	tests/map.sh

# Only this version: each writes a little differently.
CLANG_FORMAT ?= clang-format-14
format:
	@generator/packages.sh format
	@$(CLANG_FORMAT) -i $(OWN_CODE)

format-check:
	@generator/packages.sh format
	@$(CLANG_FORMAT) --dry-run -Werror $(OWN_CODE)

bench:
	@generator/packages.sh build $(THEME_PACKAGES) bench
	@$(SUBMAKE) WERROR= all $(LOG_DRIVER) $(INDEX_COST)
	tests/bench/compare $(BUILD)/zonale
	tests/bench/attachments $(BUILD)/zonale
	tests/bench/walk $(BUILD)
	tests/bench/search $(BUILD)
	ACTS=10000 COMMITS=20000 SAMPLE=30 tests/run $(BUILD)/zonale tests/walk/agreement.sh
