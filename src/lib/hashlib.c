/* The digests that hashlib.py hands out: digest(name, bytes). */
#include "lib/digest.h"
#include "lib/lib.h"
#include "lib/sha512.h"

static const struct {
    const char *name;
    void (*digest)(const void *data, size_t len, unsigned char *digest);
    size_t size;
} algorithms[] = {
    {"md5", digest_md5, MD5_SIZE},          {"sha1", digest_sha1, SHA1_SIZE},
    {"sha224", digest_sha224, SHA224_SIZE}, {"sha256", digest_sha256, SHA256_SIZE},
    {"sha384", sha384, SHA384_SIZE},        {"sha512", sha512, SHA512_SIZE},
};

static Value digest(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[0]) || !is_kind(args[1], KIND_BYTES)) return V_NONE;
    const Bytes *data = AS(Bytes, args[1]);
    vm_charge(vm, data->len / 8);
    for (size_t i = 0; i < sizeof algorithms / sizeof *algorithms; i++) {
        if (!str_is(AS(Str, args[0]), algorithms[i].name)) continue;
        unsigned char out[SHA512_SIZE];
        algorithms[i].digest(data->data, data->len, out);
        return bytes_new(vm, out, algorithms[i].size);
    }
    return V_NONE;
}

static const NativeDef functions[] = {
    {"digest", digest, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

const ModuleDef hashlib_module = {.name = "_hashlib", .functions = functions, .internal = true};
