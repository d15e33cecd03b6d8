/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * How a block is stored. One table by id: name, and decode, or null where this kernel has no decoder.
 */
#ifndef CLOOP_CODEC_H
#define CLOOP_CODEC_H

#include <linux/types.h>

/* Working memory of a decoder, for one thread at a time. */
struct cloop_scratch {
	void *zlib;
	void *xz;
};

struct cloop_codec {
	const char *name;
	/* How many bytes it makes, `raw_size` at most; 0: what is stored is damaged. Never writes more, whatever is stored. */
	size_t (*decode)(struct cloop_scratch *scratch, const void *stored, size_t stored_size, void *raw, size_t raw_size);
};

/* Null for an id that is not known. */
const struct cloop_codec *cloop_find_codec(u8 id);

/* `codecs`: a bit for each id that will be decoded. Sleeps. -ENOMEM. */
int cloop_scratch_init(struct cloop_scratch *scratch, unsigned long codecs);
void cloop_scratch_destroy(struct cloop_scratch *scratch);

#endif
