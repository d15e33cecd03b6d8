// SPDX-License-Identifier: GPL-2.0-only
#include "cloop_codec.h"

#include <linux/errno.h>
#include <linux/kconfig.h>
#include <linux/lz4.h>
#include <linux/lzo.h>
#include <linux/mm.h>
#include <linux/string.h>
#include <linux/xz.h>
#include <linux/zlib.h>

enum { ZLIB = 0, NONE = 1, XZ = 2, LZ4 = 3, LZO = 4 };

static size_t cloop_decode_none(struct cloop_scratch *scratch, const void *stored,
				size_t stored_size, void *raw, size_t raw_size)
{
	if (stored_size != raw_size)
		return 0;
	memcpy(raw, stored, raw_size);
	return raw_size;
}

#if IS_ENABLED(CONFIG_ZLIB_INFLATE)
static size_t cloop_decode_zlib(struct cloop_scratch *scratch, const void *stored,
				size_t stored_size, void *raw, size_t raw_size)
{
	struct z_stream_s stream = {
		.next_in = stored,
		.avail_in = stored_size,
		.next_out = raw,
		.avail_out = raw_size,
		.workspace = scratch->zlib,
	};

	if (zlib_inflateInit(&stream) != Z_OK)
		return 0;
	/* zlib returns Z_STREAM_END only after it has verified the checksum. */
	return zlib_inflate(&stream, Z_FINISH) == Z_STREAM_END ? raw_size - stream.avail_out : 0;
}
#else
#define cloop_decode_zlib NULL
#endif

#if IS_ENABLED(CONFIG_XZ_DEC)
static size_t cloop_decode_xz(struct cloop_scratch *scratch, const void *stored,
			      size_t stored_size, void *raw, size_t raw_size)
{
	struct xz_buf buffer = {
		.in = stored,
		.in_size = stored_size,
		.out = raw,
		.out_size = raw_size,
	};

	return xz_dec_run(scratch->xz, &buffer) == XZ_STREAM_END ? buffer.out_pos : 0;
}
#else
#define cloop_decode_xz NULL
#endif

#if IS_ENABLED(CONFIG_LZ4_DECOMPRESS)
static size_t cloop_decode_lz4(struct cloop_scratch *scratch, const void *stored,
			       size_t stored_size, void *raw, size_t raw_size)
{
	return max(LZ4_decompress_safe(stored, raw, stored_size, raw_size), 0);
}
#else
#define cloop_decode_lz4 NULL
#endif

#if IS_ENABLED(CONFIG_LZO_DECOMPRESS)
static size_t cloop_decode_lzo(struct cloop_scratch *scratch, const void *stored,
			       size_t stored_size, void *raw, size_t raw_size)
{
	size_t size = raw_size;

	return lzo1x_decompress_safe(stored, stored_size, raw, &size) == LZO_E_OK ? size : 0;
}
#else
#define cloop_decode_lzo NULL
#endif

static const struct cloop_codec codecs[] = {
	[ZLIB] = { "zlib", cloop_decode_zlib },
	[NONE] = { "none", cloop_decode_none },
	[XZ] = { "xz", cloop_decode_xz },
	[LZ4] = { "lz4", cloop_decode_lz4 },
	[LZO] = { "lzo", cloop_decode_lzo },
};

const struct cloop_codec *cloop_find_codec(u8 id)
{
	return id < ARRAY_SIZE(codecs) ? &codecs[id] : NULL;
}

int cloop_scratch_init(struct cloop_scratch *scratch, unsigned long used)
{
#if IS_ENABLED(CONFIG_ZLIB_INFLATE)
	if (used & BIT(ZLIB)) {
		scratch->zlib = kvmalloc(zlib_inflate_workspacesize(), GFP_KERNEL);
		if (!scratch->zlib)
			return -ENOMEM;
	}
#endif
#if IS_ENABLED(CONFIG_XZ_DEC)
	if (used & BIT(XZ)) {
		/* XZ_SINGLE decodes a stream in one call, with the output as dictionary. */
		scratch->xz = xz_dec_init(XZ_SINGLE, 0);
		if (!scratch->xz)
			return -ENOMEM;
	}
#endif
	return 0;
}

void cloop_scratch_destroy(struct cloop_scratch *scratch)
{
	kvfree(scratch->zlib);
#if IS_ENABLED(CONFIG_XZ_DEC)
	xz_dec_end(scratch->xz);
#endif
}
