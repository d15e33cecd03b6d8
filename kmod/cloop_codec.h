/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * The codecs: a table by id.
 */
#ifndef CLOOP_CODEC_H
#define CLOOP_CODEC_H

#include <linux/types.h>

/* Working memory of the decoders, for one thread at a time. */
struct cloop_scratch {
	void *zlib;
	void *xz;
};

struct cloop_codec {
	const char *name;
	/*
	 * Returns the number of decoded bytes, at most `raw_size`; 0: the block is damaged. Never
	 * writes past `raw_size`, even if the block is malicious. NULL: this kernel has no decoder.
	 */
	size_t (*decode)(struct cloop_scratch *scratch, const void *stored, size_t stored_size,
			 void *raw, size_t raw_size);
};

/* NULL for an unknown id. */
const struct cloop_codec *cloop_find_codec(u8 id);

/* Allocates the memory for the codecs in `codecs`, one bit per id. Sleeps. -ENOMEM. */
int cloop_scratch_init(struct cloop_scratch *scratch, unsigned long codecs);
void cloop_scratch_destroy(struct cloop_scratch *scratch);

#endif
