/* Numbers: what the files of int, float and the operators share, and the parts that containers,
 * text and the modules in C use beyond vm.h.
 *
 * A number is a float, a small int, a BigInt, a bool, or a Boxed one of a subclass. num_plain
 * takes the first four from the last; "plain" below means that this was done. */
#ifndef TOQUE_VM_NUM_H
#define TOQUE_VM_NUM_H

#include "vm/vm.h"

/* How many decimal digits int() and str() convert before they refuse, and the least that a program
 * may make of it, as in CPython. */
enum { INT_DIGITS_DEFAULT = 4300, INT_DIGITS_THRESHOLD = 640 };

__extension__ typedef __int128 Wide;
__extension__ typedef unsigned __int128 UWide;

/* --- any number ---------------------------------------------------------------------- */

bool num_is(Value v); /* int, float, bool or of a subclass */
bool num_truth(Value v);
uint64_t num_hash(Value v);       /* CPython's */
bool num_equal(Value a, Value b); /* exact: no int is rounded to be compared */
bool num_compare(CompareOp op, Value a, Value b);
uint64_t float_hash(double d);

/* --- ints ---------------------------------------------------------------------------- */

/* A BigInt of value 0, to be computed into at once and handed to int_settle, which makes
 * it small if it fits and counts its memory. */
BigInt *int_big(VM *vm);
Value int_settle(VM *vm, BigInt *b);

/* An int as GMP reads it, without copying. The view lives as long as `v` and `room`. */
typedef struct IntView {
    mpz_t z;
    mp_limb_t limb;
} IntView;
mpz_srcptr int_view(Value plain, IntView *room);

/* True, with the value, if a plain int fits. */
bool int_fits_i64(Value plain, int64_t *out);
int int_sign(Value plain);
size_t int_bits(Value plain); /* of the magnitude; 0 for 0 */
/* A plain int to the nearest double (ties to even); false, and no error, if too great. */
bool int_as_double(Value plain, double *out);
double int_as_fraction(Value plain, int64_t *exponent); /* 0.5 <= |result| < 1, as frexp */

/* On plain ints. */
Value int_binary(VM *vm, BinaryOp op, Value a, Value b);
int int_compare(Value a, Value b);
bool int_divmod(VM *vm, Value a, Value b, Value *quotient, Value *remainder);
Value int_pow_mod(VM *vm, Value base, Value exponent, Value modulus);
Value int_round(VM *vm, Value v, Value digits); /* to 10 ** -digits, ties to even */
Value int_gcd(VM *vm, Value a, Value b);
uint64_t int_hash(Value v);
/* Counts the work of `limbs` steps of GMP as instructions. */
void int_charge(VM *vm, size_t limbs);

/* int(text, base): `base` 0 to read a prefix. V_UNDEF if it is no int; ValueError if it is too
 * long. The text is ASCII, see num_ascii. */
Value int_from_text(VM *vm, const char *text, size_t len, int base);
uint32_t int_max_digits(VM *vm); /* 0: no limit */
void int_set_max_digits(VM *vm, uint32_t digits);

/* The text with decimal digits of any script as ASCII ones, white space as blanks and
 * stripped, anything else beyond ASCII as '?'. */
void num_ascii(const Str *s, Buf *out);

/* --- floats -------------------------------------------------------------------------- */

/* float(text), the text being ASCII; false if it is none. */
bool float_parse(const char *text, size_t len, double *out);
Value float_round(VM *vm, double d, int64_t digits);
Value float_from_hex(VM *vm, const char *text, size_t len);
void float_to_hex(double d, Buf *out);
Value float_ratio(VM *vm, double d); /* as_integer_ratio */
/* On doubles; `op` is an arithmetic one. */
Value float_binary(VM *vm, BinaryOp op, double a, double b);
void float_divmod(double a, double b, double *quotient, double *remainder); /* b is not 0 */

/* --- operators ----------------------------------------------------------------------- */

/* TypeError: unsupported operand type(s) for +: 'int' and 'str'. `sign`: "+", "divmod()". */
Value binary_type_error(VM *vm, const char *sign, Value a, Value b);
Value num_divmod(VM *vm, Value a, Value b); /* V_NOT_IMPLEMENTED unless both are numbers */
Value num_pow(VM *vm, Value base, Value exponent, Value modulus); /* likewise */
Value num_unary(VM *vm, UnaryOp op, Value a);                     /* likewise; not UN_NOT */

/* The methods of each class, for numbers_setup. */
extern const NativeDef int_methods[], float_methods[], bool_methods[];
extern const NativeDef int_construct_def, float_construct_def, bool_construct_def;

#endif
