#include "app/cli.h"

#include "base/diag.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef enum OptionId {
#define OPTION(id, name, value, help, whose) OPTION_##id,
#include "app/options.def"
#undef OPTION
    OPTION_COUNT
} OptionId;

typedef struct Entry {
    const char *name, *operands; /* operands: NULL if there are none */
    MsgId help;
} Entry;

static const Entry commands[COMMAND_COUNT] = {
#define COMMAND(id, name, operands, help) [COMMAND_##id] = {name, operands, help},
#include "app/commands.def"
#undef COMMAND
};

static const Entry options[OPTION_COUNT] = {
#define OPTION(id, name, value, help, whose) [OPTION_##id] = {name, value, help},
#include "app/options.def"
#undef OPTION
};

/* To which commands an option belongs, a bit each. A file alone is run. */
#define OF(command) (1u << COMMAND_##command)
enum {
    RUNNING = OF(NONE) | OF(RUN) | OF(EXPLAIN) | OF(STATS) | OF(CHECK) | OF(EXPORT) | OF(SHOT),
    EVERY = (1u << COMMAND_COUNT) - 1,
};

static const unsigned owners[OPTION_COUNT] = {
#define OPTION(id, name, value, help, whose) [OPTION_##id] = whose,
#include "app/options.def"
#undef OPTION
};

/* What is being read, and where the complaint goes. */
typedef struct Reader {
    Cli *cli;
    char **next;
    Buf *problem;
    unsigned used; /* options, a bit each */
} Reader;

static bool complain(Reader *r, MsgId msg, const char *a, const char *b) {
    msg_format(r->problem, r->cli->lang, msg, (const char *const[]){a, b}, 2);
    buf_addc(r->problem, '\n');
    return false;
}

/* "Unknown …", and the nearest of those that there are. */
static bool unknown(Reader *r, MsgId msg, const char *word, const Entry *entries, size_t count) {
    const char *names[(int)COMMAND_COUNT + (int)OPTION_COUNT];
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (entries[i].name) names[n++] = entries[i].name;
    complain(r, msg, word, "");
    const char *meant = nearest_word(word, names, n);
    if (meant) complain(r, MSG_CLI_MEANT, meant, "");
    return false;
}

/* --- values of options ---------------------------------------------------------------- */

/* Digits, with underscores between them as in Python. */
static bool read_number(const char **s, uint64_t *out) {
    const char *p = *s;
    uint64_t n = 0;
    if (!isdigit((unsigned char)*p)) return false;
    for (; isdigit((unsigned char)*p) || (*p == '_' && isdigit((unsigned char)p[1])); p++) {
        if (*p == '_') continue;
        uint64_t digit = (uint64_t)(*p - '0');
        if (n > (UINT64_MAX - digit) / 10) return false;
        n = n * 10 + digit;
    }
    *s = p;
    *out = n;
    return true;
}

static bool read_count(const char *s, uint64_t *out) {
    return read_number(&s, out) && *s == '\0';
}

/* 256M, 1G, 500K, or bytes. */
static bool read_size(const char *s, uint64_t *out) {
    static const char units[] = "KMG";
    if (!read_number(&s, out)) return false;
    if (*s) {
        const char *unit = strchr(units, toupper((unsigned char)*s));
        if (!unit || s[1]) return false;
        int shift = 10 * (int)(unit - units + 1);
        if (*out > UINT64_MAX >> shift) return false;
        *out <<= shift;
    }
    return *out > 0;
}

/* A number and what stands behind it. */
static bool read_amount(const char *s, double *number, const char **unit) {
    char *end;
    *number = strtod(s, &end);
    if (end == s || !(*number >= 0)) return false;
    while (*end == ' ') end++;
    *unit = end;
    return true;
}

static bool read_unit(double number, const char *unit, int64_t *ns) {
    static const struct {
        const char *unit;
        double seconds;
    } units[] = {{"", 1}, {"s", 1}, {"ms", 1e-3}, {"m", 60}, {"min", 60}, {"h", 3600}};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        double seconds = number * units[i].seconds;
        if (strcmp(unit, units[i].unit) != 0 || seconds > 9e9) continue;
        *ns = (int64_t)llround(seconds * 1e9);
        return true;
    }
    return false;
}

static bool read_time(const char *s, int64_t *ns) {
    double number;
    const char *unit;
    return read_amount(s, &number, &unit) && read_unit(number, unit, ns);
}

/* 90, 90s, 1.5m, 1h: virtual time. 500 turns: as many turns of tasks. */
static bool read_until(Reader *r, const char *s) {
    double number;
    const char *end;
    if (!read_amount(s, &number, &end) || !(number > 0)) return false;
    bool apart = *end == '\0' && *r->next && strcmp(*r->next, "turns") == 0; /* a word of its own */
    if (apart) r->next++;
    if (apart || strcmp(end, "turns") == 0 || strcmp(end, "turn") == 0) {
        if (number > 9e15 || number != floor(number)) return false;
        r->cli->until_turns = (uint64_t)number;
        return true;
    }
    return read_unit(number, end, &r->cli->until) && r->cli->until > 0;
}

/* 1920x1080 */
static bool read_size_of_picture(const char *s, int32_t *width, int32_t *height) {
    uint64_t w, h;
    if (!read_number(&s, &w) || (*s != 'x' && *s != 'X')) return false;
    s++;
    if (!read_count(s, &h) || w < 320 || h < 200 || w > 7680 || h > 4320) return false;
    *width = (int32_t)w;
    *height = (int32_t)h;
    return true;
}

static bool read_scale(const char *s, float *scale) {
    char *end;
    *scale = strtof(s, &end);
    return end != s && *end == '\0' && *scale >= 1 && *scale <= 3;
}

/* One of some names, ended by NULL; `out` is its number from 0 on. */
static bool read_choice(Reader *r, OptionId id, const char *s, const char *const *names, int *out) {
    Buf all = {0};
    for (int i = 0; names[i]; i++) {
        if (strcmp(names[i], s) == 0) {
            *out = i;
            buf_deinit(&all);
            return true;
        }
        buf_printf(&all, "%s%s", i ? ", " : "", names[i]);
    }
    complain(r, MSG_CLI_BAD_CHOICE, options[id].name, buf_cstr(&all));
    buf_deinit(&all);
    return false;
}

/* In the order of ThemeId and of PanelId, whose first is the whole window. */
static const char *const theme_names[] = {"light", "dark", "contrast", NULL};
static const char *const view_names[] = {"window", "code",  "kitchen", "timeline", "output",
                                         "loop",   "tasks", "numbers", NULL};

static bool set_option(Reader *r, OptionId id, const char *value) {
    Cli *cli = r->cli;
    r->used |= 1u << id;
    switch (id) {
    case OPTION_SEED:
        cli->seeded = true;
        return read_count(value, &cli->seed) || complain(r, MSG_CLI_BAD_SEED, value, "");
    case OPTION_UNTIL: return read_until(r, value) || complain(r, MSG_CLI_BAD_UNTIL, value, "");
    case OPTION_MEMORY: return read_size(value, &cli->memory) || complain(r, MSG_CLI_BAD_MEMORY, value, "");
    case OPTION_STEPS:
        return (read_count(value, &cli->steps) && cli->steps) || complain(r, MSG_CLI_BAD_STEPS, value, "");
    case OPTION_LANG:
        if (!lang_is_known(value)) return complain(r, MSG_CLI_BAD_LANG, value, "");
        cli->lang = lang_from_name(value);
        cli->lang_asked = true;
        return true;
    case OPTION_EVENTS: cli->events = true; return true;
    case OPTION_PLAIN: cli->plain = true; return true;
    case OPTION_JSON: cli->json = true; return true;
    case OPTION_AT: return read_time(value, &cli->at) || complain(r, MSG_CLI_BAD_AT, value, "");
    case OPTION_TURN:
        return (read_count(value, &cli->turn) && cli->turn) || complain(r, MSG_CLI_BAD_TURN, value, "");
    case OPTION_TASK: cli->task = value; return true;
    case OPTION_PERFETTO: cli->perfetto = value; return true;
    case OPTION_CSV: cli->csv = value; return true;
    case OPTION_SVG: cli->svg = value; return true;
    case OPTION_OUT: cli->out = value; return true;
    case OPTION_SIZE:
        return read_size_of_picture(value, &cli->width, &cli->height) ||
               complain(r, MSG_CLI_BAD_SIZE, value, "");
    case OPTION_THEME: return read_choice(r, id, value, theme_names, &cli->theme);
    case OPTION_VIEW: return read_choice(r, id, value, view_names, &cli->view);
    case OPTION_TEXT: return read_scale(value, &cli->text) || complain(r, MSG_CLI_BAD_TEXT, value, "");
    case OPTION_PRESENT: cli->present = true; return true;
    case OPTION_HELP: cli->command = COMMAND_HELP; return true;
    case OPTION_VERSION: cli->command = COMMAND_VERSION; return true;
    case OPTION_COUNT: break;
    }
    return false;
}

/* --- words ---------------------------------------------------------------------------- */

/* `--name value` or `--name=value`, at r->next. */
static bool read_option(Reader *r) {
    const char *word = *r->next++, *equals = strchr(word, '=');
    size_t n = equals ? (size_t)(equals - word) : strlen(word);
    if (strcmp(word, "-h") == 0) return set_option(r, OPTION_HELP, NULL);
    for (OptionId id = 0; id < OPTION_COUNT; id++) {
        const Entry *o = &options[id];
        if (strlen(o->name) != n || memcmp(word, o->name, n) != 0) continue;
        if (!o->operands)
            return equals ? complain(r, MSG_CLI_NO_VALUE, o->name, "") : set_option(r, id, NULL);
        const char *value = equals ? equals + 1 : *r->next;
        if (!value) return complain(r, MSG_CLI_VALUE_MISSING, o->name, o->operands);
        if (!equals) r->next++;
        return set_option(r, id, value);
    }
    return unknown(r, MSG_CLI_UNKNOWN_OPTION, word, options, OPTION_COUNT);
}

static bool is_option(const char *word) {
    return word && word[0] == '-' && word[1] && strcmp(word, "--") != 0;
}

static bool read_options(Reader *r) {
    while (is_option(*r->next))
        if (!read_option(r)) return false;
    return true;
}

static Command command_named(const char *word) {
    for (Command c = COMMAND_NONE; c < COMMAND_COUNT; c++)
        if (commands[c].name && strcmp(commands[c].name, word) == 0) return c;
    return COMMAND_NONE;
}

/* A picture goes somewhere. */
static bool has_out(Reader *r) {
    const Cli *cli = r->cli;
    return cli->command != COMMAND_SHOT || cli->out || complain(r, MSG_CLI_NO_OUT, cli->argv[0], "");
}

static bool looks_like_file(const char *word) {
    return strpbrk(word, "./\\") || strcmp(word, "-") == 0 || access(word, F_OK) == 0;
}

/* The file, options of ours behind it, and the rest, which is the program's. */
static bool read_file(Reader *r) {
    if (*r->next && strcmp(*r->next, "--") == 0) r->next++;
    if (!*r->next) {
        const char *name = commands[r->cli->command].name;
        return !name || complain(r, MSG_CLI_FILE_MISSING, name, "");
    }
    char *file = *r->next++;
    if (!read_options(r)) return false;
    if (*r->next && strcmp(*r->next, "--") == 0) r->next++;
    *--r->next = file; /* in front of the program's arguments, over a word that was read */
    r->cli->argv = (const char *const *)r->next;
    return true;
}

/* All words are files, but for options among them; the files move together. */
static bool read_files(Reader *r) {
    char **to = r->next;
    r->cli->argv = (const char *const *)to;
    while (*r->next) {
        if (!is_option(*r->next)) *to++ = *r->next++;
        else if (!read_option(r)) return false;
    }
    bool any = to > (char **)r->cli->argv;
    *to = NULL;
    return any || complain(r, MSG_CLI_FILE_MISSING, commands[COMMAND_CHECK].name, "");
}

/* An option that its command knows nothing of would do nothing: that is said. */
static bool owns_options(Reader *r) {
    for (OptionId id = 0; id < OPTION_COUNT; id++) {
        if (!(r->used & 1u << id) || owners[id] & 1u << r->cli->command) continue;
        const char *name = commands[r->cli->command].name;
        return complain(r, MSG_CLI_NOT_ITS_OPTION, options[id].name,
                        name ? name : commands[COMMAND_RUN].name);
    }
    return true;
}

/* The system's language, as the C library would choose it. */
static Lang system_language(void) {
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value) return lang_from_name(value);
    }
    return LANG_EN;
}

bool cli_parse(Cli *cli, char **argv, Buf *problem) {
    *cli = (Cli){.lang = system_language(), .at = -1, .width = 1920, .height = 1080, .text = 1};
    Reader r = {cli, argv[0] ? argv + 1 : argv, problem, 0};
    if (!read_options(&r)) return false;
    if (cli->command != COMMAND_NONE) return true; /* --help, --version */
    if (!*r.next) return owns_options(&r);         /* the window alone */
    Command named = command_named(*r.next);
    if (named == COMMAND_NONE && !looks_like_file(*r.next))
        return unknown(&r, MSG_CLI_UNKNOWN_COMMAND, *r.next, commands, COMMAND_COUNT);
    if (named != COMMAND_NONE) r.next++;
    cli->command = named;
    if (!read_options(&r)) return false;
    if (cli->command == COMMAND_HELP || cli->command == COMMAND_VERSION) return true;
    bool files = cli->command == COMMAND_CHECK ? read_files(&r) : read_file(&r);
    return files && owns_options(&r) && has_out(&r);
}

/* --- help ----------------------------------------------------------------------------- */

static void help_line(Buf *out, Lang lang, const char *before, const Entry *e) {
    enum { COLUMN = 34 };
    size_t start = out->len;
    buf_printf(out, "  %s%s %s", before, e->name, e->operands ? e->operands : "");
    size_t width = out->len - start;
    buf_pad(out, ' ', width < COLUMN ? COLUMN - width : 1);
    buf_adds(out, msg_text(lang, e->help));
    buf_addc(out, '\n');
}

void cli_help(Lang lang, Buf *out) {
    buf_adds(out, msg_text(lang, MSG_HELP_INTRO));
    buf_adds(out, "\n\n");
    help_line(out, lang, "", &(Entry){"toque", "[FILE.py]", MSG_HELP_OPEN});
    for (Command c = COMMAND_NONE; c < COMMAND_COUNT; c++)
        if (commands[c].name) help_line(out, lang, "toque ", &commands[c]);
    buf_printf(out, "\n%s\n", msg_text(lang, MSG_HELP_OPTIONS));
    for (OptionId id = 0; id < OPTION_COUNT; id++) help_line(out, lang, "", &options[id]);
    buf_printf(out, "\n%s\n", msg_text(lang, MSG_HELP_EXIT));
}
