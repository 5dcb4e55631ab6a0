/* str.format. The fields are worked out in C as long as no value needs Python; then the twin
 * begins again, with the same readers (format_core). */
#include "vm/format.h"
#include "vm/unicode.h"

enum { NESTING = 2 }; /* a spec may hold fields, whose specs may not */

/* A part of the format string. */
typedef struct Part {
    uint32_t start, end;
} Part;

/* Text, then maybe a field: {name!conversion:spec}. */
typedef struct Piece {
    Part literal;
    bool has_field, expand; /* expand: the spec has fields itself */
    Part name, spec;
    uint32_t conversion; /* 0: none */
} Piece;

typedef struct Pieces {
    VM *vm;
    const Str *format;
    uint32_t at, end;
} Pieces;

static bool wrong(VM *vm, const char *message) {
    vm_raise(vm, T_VALUE_ERROR, "%s", message);
    return false;
}

static uint32_t next(Pieces *p) {
    return str_at(p->format, p->at++);
}

static bool read_spec(Pieces *p, Piece *piece) {
    int open = 1;
    piece->spec = (Part){p->at, p->at};
    while (p->at < p->end) {
        uint32_t c = next(p);
        if (c == '{') {
            piece->expand = true;
            open++;
        } else if (c == '}' && --open == 0) {
            piece->spec.end = p->at - 1;
            return true;
        }
    }
    return wrong(p->vm, "unmatched '{' in format spec");
}

static bool read_conversion(Pieces *p, Piece *piece) {
    if (p->at >= p->end) return wrong(p->vm, "end of string while looking for conversion specifier");
    piece->conversion = next(p);
    if (p->at >= p->end) return read_spec(p, piece);
    uint32_t c = next(p);
    if (c == '}') return true;
    if (c != ':') return wrong(p->vm, "expected ':' after conversion specifier");
    return read_spec(p, piece);
}

static bool read_field(Pieces *p, Piece *piece) {
    piece->name.start = p->at;
    uint32_t c = 0;
    while (p->at < p->end) {
        c = next(p);
        if (c == '{') return wrong(p->vm, "unexpected '{' in field name");
        if (c == '[')
            while (p->at < p->end && str_at(p->format, p->at) != ']') p->at++;
        if (c == '}' || c == ':' || c == '!') break;
    }
    piece->name.end = p->at - (c == '}' || c == ':' || c == '!');
    if (c == '!') return read_conversion(p, piece);
    if (c == ':') return read_spec(p, piece);
    return c == '}' || wrong(p->vm, "expected '}' before end of string");
}

/* The next piece; NO at the end. A doubled brace ends a literal, which then holds one. */
static Tri read_piece(Pieces *p, Piece *piece) {
    *piece = (Piece){.literal = {p->at, p->at}};
    if (p->at >= p->end) return NO;
    uint32_t c = 0;
    while (p->at < p->end && (c = next(p)) != '{' && c != '}') {
    }
    piece->literal.end = p->at;
    if (c != '{' && c != '}') return YES;
    bool at_end = p->at >= p->end, doubled = !at_end && str_at(p->format, p->at) == c;
    if (c == '}' && !doubled) return wrong(p->vm, "Single '}' encountered in format string") ? YES : FAILED;
    if (at_end) return wrong(p->vm, "Single '{' encountered in format string") ? YES : FAILED;
    if (doubled) {
        p->at++;
        return YES;
    }
    piece->literal.end--;
    piece->has_field = true;
    return read_field(p, piece) ? YES : FAILED;
}

/* --- names: first, then .attribute and [item] ------------------------------------------------------ */

/* A part that is all digits as a number; -1 if it is not. */
static bool part_number(VM *vm, const Str *s, Part part, int64_t *out) {
    *out = -1;
    int64_t n = 0;
    for (uint32_t i = part.start; i < part.end; i++) {
        int digit = uni_decimal(str_at(s, i));
        if (digit < 0) return true;
        if (n > (INT64_MAX - digit) / 10) return wrong(vm, "Too many decimal digits in format string");
        n = n * 10 + digit;
    }
    if (part.end > part.start) *out = n;
    return true;
}

static Part first_part(const Str *s, Part name) {
    uint32_t i = name.start;
    while (i < name.end && str_at(s, i) != '.' && str_at(s, i) != '[') i++;
    return (Part){name.start, i};
}

typedef struct Step {
    bool is_attribute;
    Part name;
    int64_t number; /* of an item; -1: a key */
} Step;

/* The step at *at, which moves behind it; NO at the end. */
static Tri read_step(VM *vm, const Str *s, uint32_t *at, uint32_t end, Step *step) {
    if (*at >= end) return NO;
    uint32_t c = str_at(s, (*at)++), i = *at;
    step->is_attribute = c == '.';
    step->number = -1;
    if (c == '.') {
        while (i < end && str_at(s, i) != '.' && str_at(s, i) != '[') i++;
        step->name = (Part){*at, i};
        *at = i;
    } else if (c == '[') {
        while (i < end && str_at(s, i) != ']') i++;
        if (i >= end) return wrong(vm, "Missing ']' in format string") ? YES : FAILED;
        step->name = (Part){*at, i};
        *at = i + 1;
        if (!part_number(vm, s, step->name, &step->number)) return FAILED;
    } else {
        return wrong(vm, "Only '.' or '[' may follow ']' in format field specifier") ? YES : FAILED;
    }
    if (step->name.start == step->name.end)
        return wrong(vm, "Empty attribute in format string") ? YES : FAILED;
    return YES;
}

/* --- the values --------------------------------------------------------------------------------------- */

typedef enum Numbering { NUMBERING_OPEN, NUMBERING_AUTO, NUMBERING_MANUAL } Numbering;

typedef struct Formatting {
    VM *vm;
    Str *format;
    const Value *args;
    int n;      /* -1: there are only keys (format_map) */
    Value keys; /* mapping, or V_UNDEF */
    Numbering numbering;
    int64_t next;
} Formatting;

static bool check_numbering(VM *vm, Numbering *state, bool automatic) {
    if (*state == NUMBERING_OPEN) *state = automatic ? NUMBERING_AUTO : NUMBERING_MANUAL;
    if (*state == NUMBERING_MANUAL && automatic)
        return wrong(vm, "cannot switch from manual field specification to automatic field numbering");
    if (*state == NUMBERING_AUTO && !automatic)
        return wrong(vm, "cannot switch from automatic field numbering to manual field specification");
    return true;
}

static Value positional(Formatting *f, int64_t i) {
    if (f->n < 0) return vm_raise(f->vm, T_VALUE_ERROR, "Format string contains positional fields");
    if (i >= f->n)
        return vm_raise(f->vm, T_INDEX_ERROR, "Replacement index %lld out of range for positional args tuple",
                        (long long)i);
    return f->args[i];
}

static Value by_key(Formatting *f, Part name) {
    Value key = str_sub(f->vm, f->format, name.start, name.end);
    if (f->keys == V_UNDEF) return vm_raise_value(f->vm, T_KEY_ERROR, key);
    return obj_getitem(f->vm, f->keys, key);
}

static Value first_value(Formatting *f, Part name) {
    int64_t number;
    if (!part_number(f->vm, f->format, name, &number)) return V_ERROR;
    bool automatic = name.start == name.end;
    if (!automatic && number < 0) return by_key(f, name);
    if (!check_numbering(f->vm, &f->numbering, automatic)) return V_ERROR;
    return positional(f, automatic ? f->next++ : number);
}

/* A value, V_ERROR, or V_TAIL: Python is needed. */
static Value field_value(Formatting *f, Part name) {
    Part first = first_part(f->format, name);
    Value v = first_value(f, first);
    Step step;
    for (uint32_t at = first.end; v != V_ERROR && v != V_TAIL;) {
        Tri t = read_step(f->vm, f->format, &at, name.end, &step);
        if (t == NO) return v;
        if (t == FAILED) return V_ERROR;
        Value text = str_sub(f->vm, f->format, step.name.start, step.name.end);
        if (step.is_attribute) v = attr_get(f->vm, v, str_intern_value(f->vm, AS(Str, text)));
        else v = obj_getitem(f->vm, v, step.number >= 0 ? int_from_i64(f->vm, step.number) : text);
    }
    return v;
}

static Value converted(Formatting *f, Value v, uint32_t conversion) {
    switch (conversion) {
    case 0: return v;
    case 's': return obj_str(f->vm, v);
    case 'r': return obj_repr(f->vm, v);
    case 'a': return obj_ascii(f->vm, v);
    default: break;
    }
    if (conversion > 32 && conversion < 127)
        return vm_raise(f->vm, T_VALUE_ERROR, "Unknown conversion specifier %c", (char)conversion);
    return vm_raise(f->vm, T_VALUE_ERROR, "Unknown conversion specifier \\x%x", (unsigned)conversion);
}

static Tri build(Formatting *f, Part part, int depth, Buf *out);

static Value spec_value(Formatting *f, const Piece *piece, int depth) {
    if (!piece->expand) return str_sub(f->vm, f->format, piece->spec.start, piece->spec.end);
    Buf *b = text_borrow(f->vm);
    Tri t = build(f, piece->spec, depth - 1, b);
    Value v = t == YES ? str_new(f->vm, b->data, b->len) : t == FAILED ? V_ERROR : V_TAIL;
    text_return(f->vm, b);
    return v;
}

static Value formatted(Formatting *f, const Piece *piece, int depth) {
    Value v = field_value(f, piece->name);
    if (v != V_ERROR && v != V_TAIL) v = converted(f, v, piece->conversion);
    if (v == V_ERROR || v == V_TAIL) return v;
    Value spec = spec_value(f, piece, depth);
    return spec == V_ERROR || spec == V_TAIL ? spec : obj_format(f->vm, v, spec);
}

static Tri build(Formatting *f, Part part, int depth, Buf *out) {
    if (depth == 0) return wrong(f->vm, "Max string recursion exceeded") ? YES : FAILED;
    Pieces p = {f->vm, f->format, part.start, part.end};
    Piece piece;
    Tri t;
    while ((t = read_piece(&p, &piece)) == YES) {
        str_part_to_utf8(f->format, piece.literal.start, piece.literal.end, out);
        if (!piece.has_field) continue;
        Value v = formatted(f, &piece, depth);
        if (v == V_ERROR) return FAILED;
        if (v == V_TAIL) return NEEDS_PYTHON;
        str_to_utf8(AS(Str, v), out);
    }
    return t == NO ? YES : t;
}

static Value run(Formatting *f) {
    Buf *out = text_borrow(f->vm);
    Tri t = build(f, (Part){0, f->format->len}, NESTING, out);
    Value v = t == YES ? str_new(f->vm, out->data, out->len) : V_ERROR;
    text_return(f->vm, out);
    if (t != NEEDS_PYTHON) return v;
    Value args = f->n < 0 ? V_NONE : tuple_from(f->vm, f->args, (uint32_t)f->n);
    Value keys = f->keys == V_UNDEF ? dict_new(f->vm) : f->keys;
    return vm_twin(f->vm, TWIN_STR_FORMAT, 3, from_obj(f->format), args, keys);
}

Value format_fields(VM *vm, Value format, const Value *args, int n, Value kwargs) {
    Formatting f = {.vm = vm, .format = AS(Str, format), .args = args, .n = n, .keys = kwargs};
    return run(&f);
}

Value format_fields_map(VM *vm, Value format, Value mapping) {
    Formatting f = {.vm = vm, .format = AS(Str, format), .n = -1, .keys = mapping};
    return run(&f);
}

/* --- for the twin --------------------------------------------------------------------------------------- */

static Value part_str(VM *vm, Str *s, Part part) {
    return str_sub(vm, s, part.start, part.end);
}

/* (format, position) -> (literal, name, spec, conversion, next position), or None at the end. Without a
 * field the name is None. */
static Value format_piece(VM *vm, Value *args, int n) {
    (void)n;
    Str *s = AS(Str, args[0]);
    Pieces p = {vm, s, (uint32_t)as_small(args[1]), s->len};
    Piece piece;
    Tri t = read_piece(&p, &piece);
    if (t != YES) return t == NO ? V_NONE : V_ERROR;
    bool field = piece.has_field;
    Value parts[] = {
        part_str(vm, s, piece.literal),
        field ? part_str(vm, s, piece.name) : V_NONE,
        field ? part_str(vm, s, piece.spec) : V_NONE,
        piece.conversion ? str_char(vm, piece.conversion) : V_NONE,
        from_small(p.at),
    };
    return tuple_from(vm, parts, sizeof parts / sizeof parts[0]);
}

static Value number_or_name(VM *vm, Str *s, Part part, int64_t number) {
    return number >= 0 ? int_from_i64(vm, number) : part_str(vm, s, part);
}

/* (name) -> (first, [(is attribute, name or number), …]) */
static Value format_name(VM *vm, Value *args, int n) {
    (void)n;
    Str *s = AS(Str, args[0]);
    Part all = {0, s->len}, first = first_part(s, all);
    int64_t number;
    if (!part_number(vm, s, first, &number)) return V_ERROR;
    Value steps = list_new(vm, 0), both[2] = {number_or_name(vm, s, first, number), steps};
    Step step;
    Tri t;
    for (uint32_t at = first.end; (t = read_step(vm, s, &at, s->len, &step)) == YES;) {
        Value pair[2] = {from_bool(step.is_attribute), number_or_name(vm, s, step.name, step.number)};
        list_push(vm, AS(List, steps), tuple_from(vm, pair, 2));
    }
    return t == NO ? tuple_from(vm, both, 2) : V_ERROR;
}

const NativeDef format_core[] = {
    {"_format_piece", format_piece, 2, 2, 0, NULL},
    {"_format_name", format_name, 1, 1, 0, NULL},
    {0},
};
