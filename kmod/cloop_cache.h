/* SPDX-License-Identifier: GPL-2.0-only */
/*
 * Blocks that were decoded for a part of them, since the next read may want another part. Bounded, given back where memory is short.
 */
#ifndef CLOOP_CACHE_H
#define CLOOP_CACHE_H

#include <linux/list.h>
#include <linux/spinlock.h>
#include <linux/types.h>
#include <linux/xarray.h>

#include "cloop_compat.h"

/* One decoded block. A caller that got it from here must put it back; `data` does not change. */
struct cloop_cached {
	struct list_head node;
	u32 block;
	int users;		/* the cache's lock */
	bool is_kept;		/* never given up */
	void *data;
};

struct cloop_cache {
	spinlock_t lock;	/* of all below */
	struct xarray blocks;
	struct list_head recent;	/* the last used first; without those kept */
	unsigned int count;		/* of `recent` */
	unsigned int limit;
	u32 block_size;
	cloop_shrinker_t *shrinker;	/* null: the cache was never made */
};

/* Empty, for blocks of `block_size`, at most `limit` of them. -ENOMEM. */
int cloop_cache_init(struct cloop_cache *cache, u32 block_size, unsigned int limit);

/* Pre: nobody uses an entry. What is all zeros, and was never made, goes as well. */
void cloop_cache_destroy(struct cloop_cache *cache);

/* Null where the block is not here. From any context that is no interrupt. */
struct cloop_cached *cloop_cache_get(struct cloop_cache *cache, u32 block);
void cloop_cache_put(struct cloop_cache *cache, struct cloop_cached *cached);

/*
 * Takes over the buffer *data, with what it holds, and gives another in its place. Null, and nothing changed, where there is no room or the block is
 * here already. Sleeps.
 */
struct cloop_cached *cloop_cache_add(struct cloop_cache *cache, u32 block, void **data, bool is_kept);

#endif
